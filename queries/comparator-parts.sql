-- comparator-parts: What is known of each place that others could be compared with it by?
-- parameters:
--   year VARCHAR  financial year
-- result: one row an upper-tier place, by code; null is not known
--   place VARCHAR  GSS code
--   persons BIGINT  persons
--   area DOUBLE  land area, square kilometres
--   younger DOUBLE  persons aged 0 to 15
--   older DOUBLE  persons aged 65 and over
--   income DOUBLE  persons in income deprivation, from the driver income_deprivation
--   employment DOUBLE  persons in employment deprivation, from the driver employment_deprivation

select place.code as place, population.persons, place.area,
  population.age_0_15 as younger, population.age_65_over as older,
  max(driver.weight) filter (driver.driver = 'income_deprivation') as income,
  max(driver.weight) filter (driver.driver = 'employment_deprivation') as employment
from place
left join population on population.place = place.code and population.year = $year
left join driver on driver.place = place.code and driver.year = $year
  and driver.driver in ('income_deprivation', 'employment_deprivation')
where place.tier = 'upper'
group by all
order by place.code
