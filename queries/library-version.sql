-- library-version: In which form is the library?
-- parameters: none
-- result: one row
--   version INTEGER  the latest form it was brought to

select max(version) as version from library
