import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { deelVan, hoogte } from './ladder.ts'
import type { Geopend } from './lees-zaak.ts'
import { volgZaak } from '../verbeterplan/volg-zaak.ts'
import { stukkenVoorAanbieder } from './stukken-voor-aanbieder.ts'
import { werkelijkEinde } from './termijnen.ts'
import { voorPlan } from './voor-plan.ts'
import { volgEscalaties } from './volg-escalaties.ts'
import type { Zaak, Zet } from './zaak.ts'

type Meer = { bevoegd?: { als: string; grond: string } | null; partij?: Zet['partij'] }

/** Writes what the rules made of a case: new rows, ends of terms and measures, where it stands now, and its terms in the calendar. */
export async function bewaarZaak(
  ctx: Context,
  geopend: Geopend,
  nieuw: Zaak,
  { bevoegd, partij = 'opdrachtgever' }: Meer = {},
) {
  const { rij, zaak: oud, ladder, feiten } = geopend
  const sleutel = sql`${ctx.regioId}, ${rij.id}`
  const van = sql`where regio_id = ${ctx.regioId} and escalatie_id = ${rij.id}`

  for (const [i, stap] of nieuw.stappen.entries()) {
    if (i < oud.stappen.length) continue
    await sql`insert into escalatie_stap (regio_id, escalatie_id, nr, overgang, van, naar, datum, grond, motivering, velden, partij,
        door, besloten_door, besloten_als, mandaat_grond, gezet_op)
      values (${sleutel}, ${i + 1}, ${stap.overgang}, ${stap.van}, ${stap.naar}, ${stap.datum}, ${stap.grond}, ${stap.motivering.trim()},
        ${JSON.stringify(stap.velden)}::jsonb, ${stap.partij}, ${stap.door}, ${stap.beslotenDoor},
        ${stap.beslotenDoor === null ? null : (bevoegd?.als ?? null)}, ${bevoegd?.grond ?? null}, ${ctx.now})`.execute(
      ctx.db,
    )
  }
  for (const [i, stuk] of nieuw.stukken.entries()) {
    if (i < oud.stukken.length) continue
    await sql`insert into escalatie_stuk (regio_id, escalatie_id, soort, datum, velden, beurt, partij, voor_aanbieder, gesprek_id,
        vastgelegd_op, vastgelegd_door)
      values (${sleutel}, ${stuk.soort}, ${stuk.datum}, ${JSON.stringify(stuk.velden)}::jsonb, ${stuk.beurt}, ${partij},
        ${stukkenVoorAanbieder(ladder).has(stuk.soort)}, ${stuk.gesprek ?? null}, ${ctx.now}, ${ctx.actor.naam})`.execute(
      ctx.db,
    )
  }
  for (const [i, termijn] of nieuw.termijnen.entries()) {
    const einde = werkelijkEinde(termijn, nieuw.schorsingen, feiten.kalender)
    if (i < oud.termijnen.length) {
      await sql`update escalatie_termijn set klaar = ${termijn.klaar}, werkelijk_einde = ${einde} ${van} and nr = ${i + 1}`.execute(
        ctx.db,
      )
    } else {
      await sql`insert into escalatie_termijn (regio_id, escalatie_id, nr, code, start, einddatum, werkelijk_einde, afgesproken, stappen, klaar)
        values (${sleutel}, ${i + 1}, ${termijn.code}, ${termijn.start}, ${termijn.einddatum}, ${einde}, ${termijn.afgesproken},
          ${JSON.stringify(termijn.stappen)}::jsonb, ${termijn.klaar})`.execute(ctx.db)
    }
  }
  for (const [i, maatregel] of nieuw.maatregelen.entries()) {
    if (i < oud.maatregelen.length) {
      await sql`update escalatie_maatregel set einde = ${maatregel.einde} ${van} and nr = ${i + 1}`.execute(ctx.db)
    } else {
      const { effect } = deelVan(ladder, 'maatregelen', maatregel.soort)
      await sql`insert into escalatie_maatregel (regio_id, escalatie_id, nr, soort, effect, velden, gemeenten, producten, begin, einde)
        values (${sleutel}, ${i + 1}, ${maatregel.soort}, ${effect}, ${JSON.stringify(maatregel.velden)}::jsonb,
          ${codes(maatregel.velden['gemeenten'])}, ${codes(maatregel.velden['producten'])}, ${maatregel.begin}, ${maatregel.einde})`.execute(
        ctx.db,
      )
    }
  }
  for (const [i, schorsing] of nieuw.schorsingen.entries()) {
    if (i < oud.schorsingen.length) {
      await sql`update escalatie_schorsing set tot = ${schorsing.tot} ${van} and nr = ${i + 1}`.execute(ctx.db)
    } else {
      await sql`insert into escalatie_schorsing (regio_id, escalatie_id, nr, vanaf, uiterlijk, tot, termijnen)
        values (${sleutel}, ${i + 1}, ${schorsing.vanaf}, ${schorsing.uiterlijk}, ${schorsing.tot}, ${[...schorsing.termijnen]})`.execute(
        ctx.db,
      )
    }
  }
  const rechten = ladder.termijnen.flatMap(({ code, recht }) => (recht ? [code] : []))
  const gesloten = deelVan(ladder, 'toestanden', nieuw.toestand!).soort === 'einde'
  await sql`update escalatie set toestand = ${nieuw.toestand}, hoogte = ${hoogte(ladder, nieuw.toestand)}, vorige = ${nieuw.vorige},
      beurt = ${nieuw.beurt}, open_stand = ${nieuw.open?.stand ?? null}, versie = versie + 1, gewijzigd_op = ${ctx.now},
      gesloten_op = ${gesloten ? ctx.now : null},
      eerste_termijn = (select min(werkelijk_einde) from escalatie_termijn ${van} and klaar is null
        and code <> all(${rechten}::text[]))
    where regio_id = ${ctx.regioId} and id = ${rij.id}`.execute(ctx.db)
  await volgZaak(ctx, voorPlan(geopend, nieuw))
  await volgEscalaties(ctx, rij.id)
}

/** "0439, 0479" as a list; nothing is no limit. */
function codes(tekst: string | undefined): string[] | null {
  const lijst = (tekst ?? '').split(',').map((code) => code.trim())
  const gevuld = lijst.filter((code) => code !== '')
  return gevuld.length === 0 ? null : gevuld
}
