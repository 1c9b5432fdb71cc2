# The built app, without compilers and as a user without rights. It needs DATABASE_URL and AUTH_SECRET at run time; see
# docs/operating.md. Node 20.19 or newer works; 22 is in long-term support.
ARG NODE_IMAGE=node:22-bookworm-slim

# Installs everything, builds the app and bundles its start program.
FROM ${NODE_IMAGE} AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --include=dev --include=optional --no-audit --no-fund
COPY . .
RUN node scripts/build-image.mjs && rm -rf .next/cache

# The packages that the built app loads: no development packages, no compilers, no embedded PostgreSQL.
FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund \
  && cd node_modules \
  && rm -rf typescript @typescript tsx esbuild @esbuild prisma @prisma/engines @prisma/fetch-engine @prisma/dev \
    @prisma/studio-core @electric-sql @visx effect elkjs tailwindcss @tailwindcss lightningcss* @next/swc-* embedded-postgres @embedded-postgres

FROM ${NODE_IMAGE}
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN mkdir --mode=0700 /data && chown node:node /data
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/dist ./scripts
COPY package.json next.config.js LICENSE ./
COPY lib/server/security-headers.mjs ./lib/server/
COPY scripts/exit-with-parent.mjs ./scripts/
COPY prisma/migrations ./prisma/migrations
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((response) => process.exit(response.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start-image.mjs"]
