-- years: Which years does the count hold?
-- parameters: none
-- result: one row a year, ascending
--   year VARCHAR  financial year, as 2017-18

select distinct year::varchar as year from grain order by year
