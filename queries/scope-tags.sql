-- scope-tags: Which parts of the count can be left out?
-- parameters: none (budgets in place of returns are left out unless asked for, and are no part of it)
-- result: one row a tag
--   tag VARCHAR  tag
--   name VARCHAR  name
--   meaning VARCHAR  what leaving it out leaves out

select tag, name, meaning from scope_tag where tag <> 'budget-fill' order by tag
