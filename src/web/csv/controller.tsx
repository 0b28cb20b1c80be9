import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { bekijkCto, leesCtoIn } from '../../domain/do/evaluatie/lees-cto-in.ts'
import { bekijkEvaluaties, leesEvaluatiesIn } from '../../domain/do/evaluatie/lees-evaluaties-in.ts'
import { routes } from '../routes.ts'
import { maakCsvInlezen } from './maak-csv-inlezen.tsx'

/** Evaluations and surveys; aanbieders and overeenkomsten have theirs beside their lists. */
export const csvController = new Hono<AppEnv>()

maakCsvInlezen(csvController, {
  pad: routes.evaluatiesInlezen(),
  soort: 'evaluaties',
  recht: 'evaluatie:inlezen',
  terug: { label: 'Evaluaties', href: routes.evaluaties() },
  bekijk: bekijkEvaluaties,
  leesIn: leesEvaluatiesIn,
})

maakCsvInlezen(csvController, {
  pad: routes.ctoInlezen(),
  soort: 'cto',
  recht: 'cto:inlezen',
  terug: { label: 'Cliënttevredenheid', href: routes.evaluaties('cto') },
  bekijk: bekijkCto,
  leesIn: leesCtoIn,
})
