-- functions: On what is it spent?
-- parameters: none
-- result: one row a function, by code
--   code VARCHAR  COFOG group, else division
--   name VARCHAR  name
--   division VARCHAR  code of the division
--   division_name VARCHAR  name of the division

select code, name, division, division_name from function order by code
