-- Attempts are counted by this desk in windows that end at a set time, no longer by the auth library in its own table. What
-- was counted in the last minutes before the upgrade counts no more.
DROP TABLE "rate_limit";

CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "window_ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);
