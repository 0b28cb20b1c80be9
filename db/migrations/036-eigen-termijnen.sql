-- Each way in which a term can be somebody's begins at an index (plan/kalender/van-persoon.sql.ts): of an aanbieder or overeenkomst what
-- is open, for behind it lie years of what was done; and of a role what belongs to no aanbieder or overeenkomst, or to a role that is no
-- function at one.
create index termijn_open_aanbieder on termijn (regio_id, aanbieder_id, einddatum, id) where gesloten_op is null;
create index termijn_open_overeenkomst on termijn (regio_id, overeenkomst_id, einddatum, id) where gesloten_op is null;
create index termijn_rol on termijn (regio_id, rol, einddatum, id)
  where kant = 'regio' and gebruiker_id is null
    and (rol not in ('contractmanager', 'contracteigenaar', 'rvm') or (aanbieder_id is null and overeenkomst_id is null));
