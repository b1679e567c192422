-- sources: Which publications does the count stand on?
-- parameters: none
-- result: one row a publication, by id
--   id VARCHAR  identifier
--   title VARCHAR  title
--   publisher VARCHAR  publisher
--   year VARCHAR  year it covers
--   licence VARCHAR  licence
--   attribution VARCHAR  attribution the licence asks for
--   url VARCHAR  where it lives
--   retrieved VARCHAR  how the file was come by
--   file VARCHAR  file read
--   sha256 VARCHAR  SHA-256 of the file read
--   note VARCHAR  known faults; null where none

select id, title, publisher, year, licence, attribution, url, retrieved, file, sha256, note
from source order by id
