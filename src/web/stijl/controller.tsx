import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { StijlPage } from './stijl-page.tsx'

export const stijlController = new Hono<AppEnv>()

stijlController.get(routes.stijl(), (c) => render(c, <StijlPage raam={c.get('raam')} />))
