import { vulRegio } from './generator/vul-regio.ts'
import type { Brievenantwoord, Brievenvraag } from './kind/brieven.ts'
import type { Pdfantwoord, Pdfvraag } from './kind/pdfvloer.ts'
import { mediaan } from './meten.ts'
import type { Opstelling } from './opstelling.ts'
import { maakProefregio } from './regio.ts'
import { startKind } from './start-kind.ts'
import { getal, regel } from './tabel.ts'

// A letter is a tagged PDF/A and a .docx with a number, in the file, in the audit trail and mailed; the floor is one bare page.
const HOOGSTENS = 30

const ONDERWERP = 'Bereikbaarheid rond de jaarwisseling'
const BERICHT = `Tussen 24 december en 2 januari werken wij met een kleinere bezetting.

## Wat blijft
- Spoed meldt u zoals altijd per telefoon.
- Berichten in het berichtenverkeer worden elke werkdag verwerkt.

## Wat later komt
- Vragen over declaraties beantwoorden wij vanaf 5 januari.
- Gesprekken die in deze weken stonden, zijn met u verzet.

Wilt u voor 18 december laten weten wie bij u bereikbaar is? Dan staat die naam in onze lijst.`

/** A letter to all aanbieders through the use case and the queue, against as many bare pages made by the same library and copied in. */
export async function meetBrieven(
  opstelling: Opstelling,
  { zaad, aantal, ronden }: { zaad: number; aantal: number; ronden: number },
) {
  const regio = await maakProefregio(opstelling)
  await vulRegio(regio.eigen, regio.regioId, {
    ...{ zaad, aanbieders: aantal, overeenkomsten: aantal, contractmanagers: 2, toewijzingen: aantal, jaren: 2 },
  })
  const { rows } = await regio.eigen.query<{ id: string }>(`select id from gebruiker where naam = 'Contractmanager 1'`)
  const [brieven, vloer] = [await startKind('brieven'), await startKind('pdfvloer')]
  try {
    const onze: Brievenantwoord[] = []
    const kaal: Pdfantwoord[] = []
    const { appUrl, eigenUrl, sleutels, regioId } = regio
    const stuk = { onderwerp: ONDERWERP, bericht: BERICHT }
    // the first round fills the caches and loads the fonts
    for (let ronde = 0; ronde <= ronden; ronde++) {
      const een = await vloer.vraag<Pdfantwoord>({ url: eigenUrl, aantal, ...stuk } satisfies Pdfvraag)
      const dan = await brieven.vraag<Brievenantwoord>({
        ...{ serverPid: opstelling.serverPid, appUrl, eigenUrl, sleutels, regioId, gebruikerId: rows[0]!.id, ...stuk },
      } satisfies Brievenvraag)
      if (ronde === 0) continue
      kaal.push(een)
      onze.push(dan)
    }
    const telling = await regio.eigen.query<{ verzonden: number; documenten: number }>(
      `select count(verzonden_op)::int as verzonden, count(document_id)::int as documenten from brief_ontvanger`,
    )
    const verwacht = aantal * (ronden + 1)
    const { verzonden, documenten } = telling.rows[0]!
    const perSeconde = (ms: number[]) => getal((1000 * aantal) / mediaan(ms))
    const ratio = mediaan(onze.map(({ ms }, ronde) => ms / kaal[ronde]!.ms))
    const per = (van: (antwoord: Brievenantwoord) => number) => getal(mediaan(onze.map(van)) / aantal)
    return {
      invoer: `One letter of a page to ${aantal} aanbieders; written, sent, numbered, made as PDF/A and .docx, put in the file and handed to a mail server that takes everything. Median of ${ronden} rounds.`,
      regels: [
        regel(
          'letters made and mailed',
          `${verzonden} of ${verwacht}`,
          'all',
          verzonden === verwacht && documenten === verwacht,
        ),
        regel('letters', `${perSeconde(onze.map(({ ms }) => ms))} per second`),
        regel('bare pages, made and copied in', `${perSeconde(kaal.map(({ ms }) => ms))} per second`),
        regel('**time of a letter / of a bare page**', `**${getal(ratio)}**`, `≤ ${HOOGSTENS}`, ratio <= HOOGSTENS),
        regel(
          'the answer to “send”, before the queue',
          `${getal(mediaan(onze.map(({ antwoordMs }) => antwoordMs)))} ms`,
        ),
        regel('CPU per letter, program', `${per(({ cpu }) => cpu)} ms`),
        regel('CPU per letter, database', `${per(({ database }) => database)} ms`),
        regel('memory at its highest, letters', `${getal(Math.max(...onze.map(({ hoogste }) => hoogste)))} MB`),
        regel('memory at its highest, bare pages', `${getal(Math.max(...kaal.map(({ hoogste }) => hoogste)))} MB`),
      ],
      bijlage: [],
    }
  } finally {
    await brieven.stop()
    await vloer.stop()
    await regio.weg()
  }
}
