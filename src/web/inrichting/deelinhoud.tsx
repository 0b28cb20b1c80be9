import { Briefsjablonen } from '../../domain/act/brief/sjabloon.ts'
import { Ladder } from '../../domain/act/escalatie/ladder.ts'
import { Gespreksregels } from '../../domain/act/gesprek/gespreksregels.ts'
import { Planregels } from '../../domain/act/verbeterplan/planregels.ts'
import { KpiDefinitie } from '../../domain/check/kpi/kpi-definitie.ts'
import { Taken } from '../../domain/plan/bezetting/taken.ts'
import type { Actor } from '../../platform/context.ts'
import { Ladderplaat } from '../ladder/ladderplaat.tsx'
import { toonOrganisatieregels } from '../organisatie/toon-regels.ts'
import { BriefsjablonenDeel, type Briefnamen } from './deel/briefsjablonen.tsx'
import { GesprekkenDeel } from './deel/gesprekken.tsx'
import { KpiDeel } from './deel/kpi.tsx'
import { Planformulier } from './deel/planformulier.tsx'
import { TakenDeel } from './deel/taken.tsx'
import { toonKleinDeel } from './deel/toon-kleine-delen.ts'
import { Inhoud } from './inhoud.tsx'

type Props = { deel: string; inhoud: unknown; actor: Actor; namen: Briefnamen }

/** The content of one part as a person reads it; a version from before its schema falls back on names and values. */
export function Deelinhoud({ deel, inhoud, actor, namen }: Props) {
  if (deel.startsWith('kpi-')) {
    const definitie = KpiDefinitie.safeParse(inhoud).data
    if (definitie) return <KpiDeel definitie={definitie} />
  }
  switch (deel) {
    case 'escalatieladder': {
      // a ladder is read as a picture here, and step by step at Escalaties
      const ladder = Ladder.safeParse(inhoud).data
      return ladder ? <Ladderplaat ladder={ladder} /> : <Inhoud waarde={inhoud} />
    }
    case 'verbeterplan': {
      const regels = Planregels.safeParse(inhoud).data
      return regels ? <Planformulier regels={regels} /> : <Inhoud waarde={inhoud} />
    }
    case 'briefsjablonen': {
      const gelezen = Briefsjablonen.safeParse(inhoud).data
      return gelezen ? <BriefsjablonenDeel {...gelezen} namen={namen} /> : <Inhoud waarde={inhoud} />
    }
    case 'taken': {
      const gelezen = Taken.safeParse(inhoud).data
      return gelezen ? <TakenDeel {...gelezen} actor={actor} /> : <Inhoud waarde={inhoud} />
    }
    case 'gesprekken': {
      const regels = Gespreksregels.safeParse(inhoud).data
      return regels ? <GesprekkenDeel regels={regels} /> : <Inhoud waarde={inhoud} />
    }
    case 'organisatie':
      return <Inhoud waarde={toonOrganisatieregels(inhoud)} />
    default:
      return <Inhoud waarde={toonKleinDeel(deel, inhoud)} />
  }
}
