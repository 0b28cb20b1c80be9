import type { Belegging } from '../../domain/plan/bezetting/taken.ts'
import { kiesModel } from '../../domain/plan/organisatie/model.ts'
import { zoekModel } from '../../domain/plan/organisatie/regels.ts'
import { ordenKerntaken, type Opdracht } from '../../domain/plan/organisatie/opdracht.ts'
import type { Missie } from '../../domain/plan/organisatie/missie.ts'
import type { Organisatie } from '../../domain/plan/organisatie/lees-organisatie.ts'
import type { Taakgebiedjaar } from '../../domain/plan/organisatie/schrijf-taakgebied.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { regelsetnamen } from '../inrichting/namen.ts'
import { routes } from '../routes.ts'
import { aantal, datum, hoofdletter, opsomming, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import type { Raam } from '../ui/pagina.tsx'
import { Vragen } from '../ui/vragen.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { OrganisatieKader } from './kader.tsx'
import { gebrekzin, uitvoerderVan } from './woorden.ts'

type Props = {
  raam: Raam
  ctx: Context
  organisatie: Organisatie
  regelset: string
  missie: Missie
  jaren: Taakgebiedjaar[]
  belegging: Belegging[]
  opdracht: Opdracht | undefined
}

/** How contract management is organised here, and what is missing in it: the first page of the room. */
export function OverzichtPage({ raam, ctx, organisatie, regelset, missie, jaren, belegging, opdracht }: Props) {
  const { regels, gemeenten, modellen, gebreken } = organisatie
  const positionering = kiesModel(modellen, 'positionering', ctx.today)
  const functiemodel = kiesModel(modellen, 'functiemodel', ctx.today)
  const naam = (versie: typeof positionering) => versie && zoekModel(regels, versie.soort, versie.model)?.naam
  const gekozen = [naam(positionering), naam(functiemodel)].filter((een) => een !== undefined)
  return (
    <OrganisatieKader
      raam={raam}
      deel="overzicht"
      lead={
        <>
          <b>
            {gekozen.length === 0
              ? 'Nog niet vastgelegd hoe contractmanagement is georganiseerd'
              : gekozen.map((een, i) => (i === 0 ? een : een.charAt(0).toLowerCase() + een.slice(1))).join('; ')}
            .
          </b>{' '}
          {gebreken.length === 0
            ? 'Alles wat dit vraagt, is geregeld.'
            : `Er ${gebreken.length === 1 ? 'ontbreekt nog één ding' : `ontbreken nog ${String(gebreken.length)} dingen`}.`}
        </>
      }
    >
      {gebreken.length > 0 && (
        <Onderdeel titel="Wat er ontbreekt">
          <ul className="ov-lijst">
            {gebreken.map((gebrek) => {
              const { zin, href } = gebrekzin(gebrek, gemeenten)
              return (
                <li key={zin}>
                  <a href={href}>{zin}</a>
                </li>
              )
            })}
          </ul>
        </Onderdeel>
      )}
      <Onderdeel titel="Hoe het is georganiseerd">
        <Vragen
          vragen={[
            {
              vraag: 'Wie voert het uit?',
              antwoord: positionering ? hoofdletter(uitvoerderVan(positionering, gemeenten)) : 'Nog niet vastgelegd',
              ...(positionering && {
                toelichting: `${naam(positionering) ?? ''}, sinds ${datum(positionering.geldigVanaf)}`,
              }),
            },
            {
              vraag: 'Hoe zijn de functies verdeeld?',
              antwoord: naam(functiemodel) ?? 'Nog niet vastgelegd',
              ...(functiemodel && { toelichting: `Sinds ${datum(functiemodel.geldigVanaf)}` }),
            },
            {
              vraag: 'Welke aanpak geldt?',
              antwoord: `Eén regelset voor alle overeenkomsten: ${regelsetnamen[regelset] ?? regelset}`,
              toelichting: (
                <>
                  {regels.aanpak &&
                    `${hoofdletter(regels.aanpak.uitvoering)} uitgevoerd en ${regels.aanpak.coordinatie} gecoördineerd door ${regels.aanpak.uitvoerder}. `}
                  Een overeenkomst heeft nooit een eigen norm of ladder.{' '}
                  <a href={routes.inrichting()}>Bekijk de regelset</a>
                </>
              ),
            },
            ...belegging.map(({ naam, bij, afspraak }) => ({
              vraag: `Waar ligt ${naam.toLowerCase()} (${afspraak})?`,
              antwoord: hoofdletter(bij),
              ...(mag(ctx.actor, 'mandaat:lezen') && { toelichting: <a href={routes.taken()}>Bekijk de taken</a> }),
            })),
            {
              vraag: 'Wat vraagt de opdrachtgever?',
              antwoord: opdracht
                ? opsomming(
                    ordenKerntaken(regels.kerntaken, opdracht.prioriteiten)
                      .filter(({ prioriteit }) => prioriteit === 'hoog')
                      .map((taak) => taak.naam),
                  ) || 'Geen kerntaak gaat voor'
                : `Nog geen opdracht voor ${String(ctx.today.year)}`,
              toelichting: <a href={routes.organisatie('opdracht')}>Bekijk de opdracht</a>,
            },
            {
              vraag: 'Welke rollen heeft de regio?',
              antwoord: hoofdletter(opsomming(missie.missierollen.map((deel) => deel.naam.toLowerCase()))),
            },
            {
              vraag: `Waaraan werkt de regio in ${String(ctx.today.year)}?`,
              antwoord: `${vanTotaal(missie.taakgebieden.filter(({ code }) => jaren.some((een) => een.taakgebied === code)).length, missie.taakgebieden.length)} taakgebieden hebben een plan`,
              toelichting: <a href={routes.organisatie('missie')}>Bekijk de taakgebieden</a>,
            },
          ]}
        />
        <Waarom
          bij="de inrichting"
          regel="Elk model vraagt iets: een centrumgemeente een overeenkomst met elke partner, regionale uitvoering afspraken met beleid en wijkteams, informele samenwerking gelijke afspraken. Tegen elk bekend nadeel hoort een maatregel."
          bron={regels.bronnen.map(({ document, paragraaf, tekst }) => (
            <p key={tekst}>
              {document}, {paragraaf}. {tekst}
            </p>
          ))}
          gegevens={`${aantal(gemeenten.length, 'gemeente', 'gemeenten')}; een overeenkomst loopt af als zij binnen ${aantal(regels.waarschuwMaanden, 'maand', 'maanden')} eindigt.`}
          versie={`Deel organisatie van de regelset, versie ${String(regels.versie.versie)}, vanaf ${datum(regels.versie.geldigVanaf)}`}
        />
      </Onderdeel>
    </OrganisatieKader>
  )
}
