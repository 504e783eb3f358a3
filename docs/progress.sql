-- Progress of every target up to a day, from the data set that `ketnap export --format parquet` writes: the figures
-- that `ketnap progress` gives. Tried with DuckDB by the tests; plain enough for other engines. The tables are views
-- over the folders of their names (see DATASET.md). Alter the day in the first line.
with asked as (select date '2026-10-01' as day),
-- Totals that lie wholly inside a target's period and end by the day asked about.
inside as (
  select t.position, r.id, r.organization, r.first_day, r.last_day, r.count, r.overlap
  from targets t
  join lines l on l.above = t.organization
  join results r on r.organization = l.organization and r.indicator = t.indicator
  cross join asked
  where r.first_day >= t.first_day and r.last_day <= t.last_day and r.last_day <= asked.day
),
-- Of two totals the one that has the other in it, as a person said.
totals as (
  select i.position, sum(i.count) as counted
  from inside i
  where not exists (
    select 1 from inside o
    join lines l on l.above = o.organization and l.organization = i.organization
    where o.position = i.position and o.id <> i.id and o.overlap = 'includes'
      and o.first_day <= i.first_day and o.last_day >= i.last_day
      and not (i.overlap = 'includes' and i.first_day <= o.first_day and i.last_day >= o.last_day
               and i.organization = o.organization and i.id < o.id)
  )
  group by i.position
),
-- People of the organization and everything below it, with the day on which they count.
people as (
  select t.position, t.first_day, t.last_day, t.indicator, c.cell, c.application, c.ceremony, c.ended, c.ended_because,
    case t.indicator
      when 'admissions' then case o.counting_day when 'decision' then c.decision else c.ceremony end
      when 'introductions' then c.introduced
      when 'class' then c.sent_to_class
      when 'recognitions' then c.recognition
    end as counts_on
  from targets t
  join organizations o on o.id = t.organization
  join lines l on l.above = t.organization
  join candidates c on c.cell = l.organization
),
dated as (
  select p.position, count(*) as counted
  from people p cross join asked
  where p.counts_on between p.first_day and p.last_day and p.counts_on <= asked.day
    and not exists (
      select 1 from inside i
      join lines l on l.above = i.organization and l.organization = p.cell
      where i.position = p.position and i.overlap = 'includes' and p.counts_on between i.first_day and i.last_day
    )
  group by p.position
),
waiting as (
  select p.position, count(*) as pending
  from people p cross join asked
  where (p.counts_on is null or p.counts_on > asked.day)
    and case p.indicator when 'recognitions' then p.ceremony else p.application end <= least(asked.day, p.last_day)
    and not ((p.ended is not null or p.ended_because is not null) and (p.ended is null or p.ended <= asked.day))
  group by p.position
),
-- Members on the latest day on or before the one that a percent is taken of.
bases as (
  select t.position, max_by(h.members, (h.day, h.members)) as members
  from targets t
  cross join asked
  join headcounts h on h.organization = t.organization
    and h.day <= case t.base_day when 'period_start' then t.first_day else asked.day end
  where t.base_day is not null and h.members is not null
  group by t.position
),
-- The lower bound as a fraction: percents have four decimals at most.
stands as (
  select t.*, asked.day as as_of, b.members as base,
    coalesce(d.counted, 0) + coalesce(s.counted, 0) as counted,
    case when t.indicator in ('admissions', 'recognitions') then coalesce(w.pending, 0) end as pending,
    case when t.base_day is null then t.least else t.percent_e4 * b.members end as low,
    case when t.base_day is null then 1 else 1000000 end as low_of,
    t.last_day - t.first_day + 1 as days,
    greatest(0, least(t.last_day - t.first_day + 1, asked.day - t.first_day + 1)) as elapsed
  from targets t
  cross join asked
  left join dated d on d.position = t.position
  left join totals s on s.position = t.position
  left join waiting w on w.position = t.position
  left join bases b on b.position = t.position
),
figures as (
  select *,
    -- Whole, upwards.
    (low + low_of - 1) // low_of as lower_count,
    coalesce(most, (low + low_of - 1) // low_of) as upper_count
  from stands
)
-- Tenths, halves away from zero.
select position, id, organization, indicator, first_day, last_day, counted, pending,
  case when low > 0 then (2 * 1000 * counted * low_of + low) // (2 * low) end as percent_tenths,
  case when most > 0 then (2 * 1000 * counted + most) // (2 * most) end as percent_of_upper_tenths,
  case when base > 0 then (2 * 1000 * counted + base) // (2 * base) end as share_of_base_tenths,
  case when low > 0 then greatest(0, counted - upper_count) end as over,
  case when low > 0 then greatest(0, lower_count - counted) end as short,
  (2 * 10 * low * elapsed + low_of * days) // (2 * low_of * days) as expected_tenths,
  case
    when low is null or low = 0 then 'not_computable'
    when counted > upper_count then 'exceeded'
    when counted * low_of >= low then 'met'
    when as_of > last_day then 'missed'
    when counted * low_of * days >= low * elapsed then 'on_pace'
    else 'behind'
  end as status
from figures
order by position;
