-- intake-agency-places: In which place are all of an agency's recorded lines?
-- parameters: none
-- result: one row an agency whose recorded lines lie in one place, by agency
--   agency VARCHAR  agency.id
--   place VARCHAR  GSS code

select agency::varchar as agency, min(place::varchar) as place
from grain
where basis = 'recorded' and place::varchar <> 'not-placed'
group by agency
having count(distinct place) = 1
order by 1
