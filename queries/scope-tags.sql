-- scope-tags: Which parts of the count can be left out?
-- parameters: none
-- result: one row a tag
--   tag VARCHAR  tag
--   name VARCHAR  name
--   meaning VARCHAR  what leaving it out leaves out

select tag, name, meaning from scope_tag order by tag
