-- years: Which years does the count hold, and how much of each?
-- parameters: none
-- result: one row a year, ascending
--   year VARCHAR  financial year, as 2017-18
--   coverage VARCHAR  full, or recorded where only recorded lines of councils, police and fire are there
--   note VARCHAR  what stands in for a source the year lacks; null where nothing does

select year, coverage, note from financial_year order by year
