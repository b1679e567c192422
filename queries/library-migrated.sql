-- library-migrated: Which form has the library been brought to?
-- parameters
--   version    number of the form
--   software   version of the software that did it
--   made       ISO time
-- result: one row, the row added
--   version INTEGER  number of the form

insert into library (version, software, made)
values ($version, $software, cast($made as timestamp))
returning version
