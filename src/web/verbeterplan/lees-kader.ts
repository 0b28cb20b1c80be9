import { leesPlan, type Geopend } from '../../domain/act/verbeterplan/lees-plan.ts'
import { listPlanberichten, type Planbericht } from '../../domain/act/verbeterplan/list-planberichten.ts'
import { isLopend } from '../../domain/act/verbeterplan/plan.ts'
import { findVerbanden, type Verbanden } from '../../domain/act/verbeterplan/verbanden.ts'
import { findTermijn, type Termijn } from '../../domain/plan/kalender/find-termijn.ts'
import { listTermijnenVan, type TermijnInLijst } from '../../domain/plan/kalender/list-termijnen.ts'
import { leesMet } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'

export type Kader = Geopend & {
  verbanden: Verbanden
  termijnen: TermijnInLijst[]
  /** Mails to the people of the aanbieder; of the region only */
  mails: Planbericht[]
  /** The term that matters most, with how it was counted. */
  eerste: Termijn | undefined
}

/** What every part of the page of a plan is given. */
export type Plandeel = { ctx: Context; kader: Kader }

/** All that the page of a plan shows. */
export async function leesKader(ctx: Context, id: string): Promise<Kader> {
  const geopend = await leesPlan(ctx, id)
  const verbanden = await findVerbanden(ctx, geopend.rij)
  const mails = await listPlanberichten(ctx, id)
  if (!isLopend(geopend.plan.stand)) return { ...geopend, verbanden, mails, termijnen: [], eerste: undefined }
  const termijnen = await leesMet(ctx, 'termijn:lezen', () => listTermijnenVan(ctx, 'verbeterplan', id), [])
  const hoofd = termijnen.find(({ titel }) => !titel.startsWith('Punt '))
  const eerste = hoofd && (await leesMet(ctx, 'termijn:lezen', () => findTermijn(ctx, hoofd.id), undefined))
  return { ...geopend, verbanden, mails, termijnen, eerste }
}
