import { vormen, type Vorm } from '../domain/plan/dossier/bestandsvorm.ts'

type Bestand = { naam: string; vorm: Vorm; inhoud: Uint8Array }

/**
 * A document as a download, never shown by the browser within the program: what people put in it is theirs, not ours. Its name is plain
 * letters, with the real one for browsers that read it (RFC 6266).
 */
export function geefBestand({ naam, vorm, inhoud }: Bestand): Response {
  const schoon =
    naam
      .replace(/[\u0000-\u001f\u007f"\\/:*?<>|]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 120)
      .replace(/[. ]+$/, '') || 'document'
  const kaal = schoon.normalize('NFD').replace(/[^\x20-\x7e]/g, '') || 'document'
  const echt = encodeURIComponent(schoon).replace(
    /['()*]/g,
    (teken) => `%${teken.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return new Response(new Uint8Array(inhoud), {
    headers: {
      'content-type': vormen[vorm].type,
      'content-disposition': `attachment; filename="${kaal}.${vorm}"; filename*=UTF-8''${echt}.${vorm}`,
      'content-length': String(inhoud.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
