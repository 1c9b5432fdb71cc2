import QRCode from "qrcode";

// The quiet zone, in modules (ISO/IEC 18004).
const MARGIN = 4;

/** A QR code as SVG; dark on white also in dark mode, since not every camera reads inverted codes. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const squares = [...data].flatMap((dark, at) =>
    dark ? [`M${MARGIN + (at % size)} ${MARGIN + Math.floor(at / size)}h1v1h-1z`] : [],
  );
  const side = size + 2 * MARGIN;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="size-52 border border-rule"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={squares.join("")} fill="#000" />
    </svg>
  );
}
