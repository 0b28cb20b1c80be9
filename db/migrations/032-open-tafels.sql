-- What Vandaag and the list ask first: the tables that are still open, by their day.
create index overlegtafel_open on overlegtafel (regio_id, datum, id) where gesloten_op is null and vervallen_op is null;
