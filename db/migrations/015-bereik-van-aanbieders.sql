-- The scope of a role on what hangs below an aanbieder, a contactpersoon or an overeenkomst (008).
call begrens('verlengingsbesluit', 'overeenkomst_id in (select overeenkomsten_in_bereik())');
call begrens('kernpartner', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('certificaat', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('aanbieder_omvang', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('contactpersoon_overeenkomst', 'exists (select from contactpersoon c where c.regio_id = contactpersoon_overeenkomst.regio_id
  and c.id = contactpersoon_overeenkomst.contactpersoon_id)');
call begrens('contactpersoon_gemeente', 'exists (select from contactpersoon c where c.regio_id = contactpersoon_gemeente.regio_id
  and c.id = contactpersoon_gemeente.contactpersoon_id)');
