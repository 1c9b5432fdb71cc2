-- What all forms of a folded word have in common, as before, with more nouns by name: those that were taken for another
-- (البحرين for بحر, عملة for عمل), and those that begin as if with an article (والده, بالستي).
CREATE OR REPLACE FUNCTION search_stem(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  stem text := word;
  found text[];
  -- Words that begin as if with an article behind a preposition: والده, بالستي.
  own CONSTANT text := '^(?:ال)?(?:والد(?:ه|ته|تها|تهم|تي|ها|هم)|بالي?ستي(?:ه|ا)?|بالون(?:ا|ات)?)$';
BEGIN
  IF word ~ '^[ -~]+$' THEN
    RETURN coalesce((ts_lexize('pg_catalog.english_stem', word))[1], word);
  END IF;
  IF word !~ '^[\u0621-\u064A\u067E\u0686\u0698\u06A4\u06AF]+$' THEN RETURN word; END IF;

  -- The article, with what is written before it: بال, وال, لل.
  IF stem !~ '^(?:الان|الاف|الف(?:ا|ي|ان|ين)|الذي|التي|الذين)$' AND stem !~ own THEN
    stem := regexp_replace(stem, '^[وف]?(?:لل|[بكل]?ال)(?=..)', '');
    stem := regexp_replace(stem, '^ال(?=...)', '');
  END IF;
  IF stem ~ own THEN stem := regexp_replace(regexp_replace(stem, '^ال', ''), '^بالي', 'بال'); END IF;
  IF stem ~ '^والد(?:ت?ه|ت?ها|ت?هم|تي)$' THEN RETURN 'والد'; END IF;

  -- Other spellings: hamza on another seat, and names that are written in two ways.
  stem := regexp_replace(stem, '^مسيول', 'مسوول');
  stem := regexp_replace(stem, '^شيون', 'شوون');
  stem := regexp_replace(stem, '^امير(?=ك)', 'امري');

  CASE
    WHEN stem ~ '^(?:سنه|سنوات|سنين|سنتين|سنتان|سنتي)$' THEN RETURN 'سنه';
    WHEN stem ~ '^(?:عام|يوم|شهر|الف|مليون|مليار)(?:ان|ين|ي|ا)$' AND stem !~ '^(?:يوم|شهر)ي$'
      THEN RETURN regexp_replace(stem, '(?:ان|ين|ي|ا)$', '');
    ELSE
  END CASE;

  -- Countries of three letters: مصري is of مصر. Of longer words that goes by itself.
  found := regexp_match(stem, '^(مصر|يمن|صين|هند|قطر|كند|كوب)(?:ا|ي|يا|يه|يون|يين|يات)$');
  IF found IS NOT NULL THEN RETURN found[1]; END IF;

  found := regexp_match(stem, '^(قانون|مليون|بليون|تريليون|تلفزيون|تليفون|زيتون|صابون|طاعون|كربون|هرمون|تعاون|تهاون|ماكرون|ميكرون|اوميكرون|كانون|امازون|صهيون|جونسون|نيكسون|مضمون|مجنون|هارون|ايلون|فلسطين|فلبين|ارجنتين|تامين|بنزين|تموين|تمرين|تعيين|تكوين|تحسين|تدوين|تخزين|تمكين|قوانين|ملايين|عناوين|ميادين|موازين|ياسين|بوتين|ستالين|لينين|كوكايين|انسولين|كرملين)(?:ا|ي|يه|يون|يين|يات|ات|ان|ين|ون|ه|ها|هم|هما|نا|كم)?$');
  IF found IS NOT NULL THEN RETURN found[1]; END IF;

  -- Names that only look as if they had an ending, and nouns that mean another thing without theirs: عملة and عمل.
  IF stem ~ '^(?:بحرين|درعا|منيا|روما|سادات)$' THEN RETURN stem; END IF;
  found := regexp_match(stem, '^(شرط|شرك|جمع|عمل|عمر|مكتب|حمل|عاصم|عرب|طاير|منظم|جامع|مدرس|رياض)(?:ه|ات|تان|تين|تي|ته|تها|تهم|تنا|تكم|تهما)$');
  IF found IS NOT NULL THEN RETURN found[1] || 'ه'; END IF;
  found := regexp_match(stem, '^(جامع|مدرس|رياض)(?:ي|يه|يون|يين|يات)$');
  IF found IS NOT NULL THEN RETURN found[1] || 'ه'; END IF;
  found := regexp_match(stem, '^(جمهور|ميزان|بندق|مروح)(?:ي|يه|يات|يون|يين|يتان|يتين|يته|يتها|يتنا)$');
  IF found IS NOT NULL THEN RETURN found[1] || 'يه'; END IF;

  -- Possessives: of what is feminine, of plurals in ات, and of long words.
  IF stem ~ '...(?:تهما|تها|تهم|تنا|تكم)$' AND stem !~ '..ات(?:هما|ها|هم|نا|كم)$' THEN
    RETURN regexp_replace(stem, '(?:تهما|تها|تهم|تنا|تكم)$', '');
  END IF;
  IF stem ~ '....ته$' AND stem !~ 'اته$' THEN RETURN regexp_replace(stem, 'ته$', ''); END IF;
  stem := regexp_replace(stem, '(..ات)(?:هما|ها|هم|نا|كم|ه)$', '\1');
  stem := regexp_replace(stem, '(....)(?:هما|ها|هم)$', '\1');

  -- One ending; a plural of two letters is as its singular: قوات, قوه.
  IF stem ~ '^..ات$' THEN RETURN regexp_replace(stem, 'ات$', 'ه'); END IF;
  IF stem ~ '....هات$' THEN RETURN regexp_replace(stem, 'هات$', ''); END IF;
  IF stem ~ '....(?:يتين|يتان|يات|يون|يين|يا|يه|ي)$' THEN
    RETURN regexp_replace(stem, '(?:يتين|يتان|يات|يون|يين|يا|يه|ي)$', '');
  END IF;
  IF stem ~ '...(?:تين|تان|ات|ون|ين|ه|ا)$' THEN RETURN regexp_replace(stem, '(?:تين|تان|ات|ون|ين|ه|ا)$', ''); END IF;
  RETURN stem;
END
$$;

-- As before, with what a dual in ان is of where four letters are left of it, and without words that are no other one
-- behind a letter: كامل is not as أمل, nor فاسد for Assad. Each is a reading that counts by how many claims have it.
CREATE OR REPLACE FUNCTION search_stems_behind(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT stem), '{}') FROM (
    SELECT search_stem(substr(word, length(before) + 1)) AS stem
    FROM unnest('{و,ف,ب,ل,ك,وب,ول,وك,فب,فل}'::text[]) AS before
    WHERE starts_with(word, before) AND length(word) >= length(before) + 3
      AND word !~ '^(?:باخر|بارز|بارد|بحار|بريد|بعوض|بنات|بنان|بيان|فاسد|فريق|فساد|فنون|كاميرا|كامل|كبار|كتاب|كتل|كفيل|كلام|كمال|كمين|كوارث|لباس|لجن|لسان|لقاء|لقاح|واحد|وباء|وجه|وحد|وداع|ورد|ورق|وزار|وزير|وسام|وسايل|وصي|وعود|ولاء|ولايه|وليد)(?:ه|ا|ات|ان|ين|ون|تان|تين|ي|يه)?$'
    UNION ALL SELECT search_stem(left(word, -2))
    WHERE search_stem(word) ~ '^[\u0621-\u064A]{4,}ان$' AND search_stem(word) !~ '^(?:طالبان|سليمان|مهرجان)$'
  ) AS readings
$$;

-- As before; and first a noun of two letters behind a letter that is joined to it: لسد.
CREATE OR REPLACE FUNCTION search_close_words(asked text) RETURNS TABLE (word text, claims integer) LANGUAGE sql STABLE STRICT
SET pg_trgm.similarity_threshold = 0.15 AS $$
  WITH meant AS (
    SELECT bare, CASE WHEN length(bare) < 6 THEN 1 ELSE 2 END AS slips
    FROM regexp_replace(asked, '^(?:لل|[وبكف]?ال)(?=...)', '') AS bare
  ), close AS (
    SELECT kept.word, kept.claims, kept.stem, regexp_replace(kept.word, '^(?:لل|[وبكف]?ال)(?=...)', '') AS bare
    FROM search_word AS kept WHERE (kept.word % asked AND kept.word <> asked)
      OR kept.word = ANY (ARRAY(SELECT overlay(asked PLACING reverse(substr(asked, n, 2)) FROM n FOR 2)
        FROM generate_series(1, length(asked) - 1) AS n WHERE substr(asked, n, 1) <> substr(asked, n + 1, 1)))
  ), near AS (
    SELECT close.*, search_distance(close.bare, meant.bare) AS distance, meant.slips
    FROM meant, close
    WHERE length(meant.bare) BETWEEN 4 AND 60 AND abs(length(close.bare) - length(meant.bare)) <= meant.slips
      AND levenshtein_less_equal(close.bare, meant.bare, meant.slips + 1) <= meant.slips + 1
  ), nearest AS (
    SELECT * FROM near
    WHERE distance <= slips AND distance = (SELECT min(distance) FROM near)
    ORDER BY claims DESC, word LIMIT 3
  )
  (SELECT kept.word, kept.claims FROM search_word AS kept
    WHERE asked ~ '^[وفبلك][\u0621-\u064A]{2}$' AND kept.stem = search_stem(substr(asked, 2))
    ORDER BY kept.claims DESC, kept.word LIMIT 3)
  UNION ALL (SELECT nearest.word, nearest.claims FROM nearest ORDER BY nearest.claims DESC, nearest.word)
  UNION ALL (
    SELECT kept.word, kept.claims FROM search_word AS kept
    WHERE kept.stem IN (SELECT stem FROM nearest) AND kept.word NOT IN (SELECT nearest.word FROM nearest)
    ORDER BY kept.claims DESC, kept.word LIMIT 10
  )
  UNION ALL (
    SELECT kept.word, kept.claims FROM search_word AS kept
    WHERE length(asked) >= 3 AND kept.word LIKE '%' || asked || '%' AND kept.word <> asked ORDER BY kept.claims DESC, kept.word LIMIT 3
  )
$$;

UPDATE "search_word" SET "stem" = search_stem("word"), "behind" = search_stems_behind("word")
  WHERE "stem" <> search_stem("word") OR "behind" <> search_stems_behind("word");
