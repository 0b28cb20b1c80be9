-- Who works at an aanbieder reads nothing of the audit trail, but what he does must stand in it. 003 forbade both: its limit also bound
-- the owner, as whom audit_toevoegen writes, so that every recorded act of an aanbieder failed.
alter policy aanbieder on audit_keten to overlap_app;
alter policy aanbieder on audit_regel to overlap_app;
alter policy aanbieder on audit_waarden to overlap_app;
