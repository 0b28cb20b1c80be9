import encodeQR from 'qr'

// Quiet zone around the code that a camera needs (ISO/IEC 18004).
const RAND = 4

/** A QR code as SVG made on the server: always dark on white, also in a dark theme, for not every camera reads the reverse. */
export function QrCode({ tekst, titel }: { tekst: string; titel: string }) {
  const vakjes = encodeQR(tekst, 'raw', { ecc: 'medium', border: RAND })
  const zijde = vakjes.length
  const pad = vakjes.flatMap((rij, y) => rij.map((donker, x) => (donker ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg className="ov-qr" viewBox={`0 0 ${zijde} ${zijde}`} role="img" aria-label={titel} shapeRendering="crispEdges">
      <rect width={zijde} height={zijde} fill="#fff" />
      <path d={pad} fill="#000" />
    </svg>
  )
}
