-- library-add-version: Which version is kept?
-- parameters
--   id           the item
--   version      number of the version
--   name, note   its name, and text beside it
--   places       codes of the places it is about
--   count_id, count_hash   count on screen; null where none is named
--   software     version of the software that saves it
--   document     JSON
--   result       JSON of what it comes to; null for what is not worked out
--   saved        ISO time
-- result: one row, the row added
--   version INTEGER  number of the version

insert into version
  (item, version, name, note, places, count_id, count_hash, software, document, result, saved)
values
  ($id, $version, $name, $note, $places, $count_id, $count_hash, $software, $document, $result,
    cast($saved as timestamp))
returning version
