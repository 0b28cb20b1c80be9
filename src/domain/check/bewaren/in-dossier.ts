import { sql } from 'kysely'

/** Whether a meeting, an escalation or a plan stands on finding `b`: it waits until they are destroyed (besluit 027). */
export const inDossier = sql<boolean>`(exists (select from agendapunt p where p.regio_id = b.regio_id and p.bevinding_id = b.id)
  or exists (select from escalatie e where e.regio_id = b.regio_id and e.bevinding_id = b.id)
  or exists (select from verbeterplan v where v.regio_id = b.regio_id and v.bevinding_id = b.id))`
