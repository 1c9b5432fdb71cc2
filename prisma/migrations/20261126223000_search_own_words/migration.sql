-- As before, with the signs of minus, fraction and power as spaces, × as x, and raised digits and fractions apart from
-- the number before them. What is made of it is made anew below.
-- What lib/text/fold.ts does, in the database: the same words for the same text (tests/db/fold.test.ts compares them).
-- The classes below are those of lib/text/fold-code-point.ts (marks and what shows nothing; punctuation and spaces)
-- and of lib/text/fold.ts (what joins the character before it), written out, so that every server means the same.
CREATE OR REPLACE FUNCTION fold_text(original TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $fold$
  SELECT normalize(trim(regexp_replace(regexp_replace(
    replace(replace(replace(translate(
      regexp_replace(regexp_replace(
        normalize(lower(normalize(regexp_replace(original,
          '[\u00B2\u00B3\u00B9\u00BC-\u00BE\u2070\u2074-\u2079\u2150-\u215F\u2189]', ' \&', 'g'), NFKD) COLLATE "pg_c_utf8"), NFKD),
        '[\u00AD\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1-\u05C2\u05C4-\u05C5\u05C7\u0600-\u0605\u0610-\u061A\u061C\u0640\u064B-\u065F\u0670\u0674\u06D6-\u06ED\u070F\u0890-\u0891\u0897-\u089F\u08CA-\u08FF\u115F-\u1160\u17B4-\u17B5\u180B-\u180F\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\u3164\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF\uFFA0\uFFF0-\uFFFB\U000110BD\U000110CD\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]', '', 'g'),
        '[\u0001-\u0023\u0027-\u002A\u002D\u002F\u003A-\u003B\u003F-\u0040\u005B-\u0060\u007B\u007D\u007F-\u00A1\u00A7\u00AB\u00B6-\u00B7\u00BB\u00BF\u02BB-\u02BD\u037E\u0387\u055A-\u055F\u0589-\u058A\u05BE\u05C0\u05C3\u05C6\u05F3-\u05F4\u0609-\u060A\u060C-\u060D\u061B\u061D-\u061F\u066D\u06D4\u0700-\u070D\u07F7-\u07F9\u0830-\u083E\u085E\u0964-\u0965\u0970\u09FD\u0A76\u0AF0\u0C77\u0C84\u0DF4\u0E4F\u0E5A-\u0E5B\u0F04-\u0F12\u0F14\u0F3A-\u0F3D\u0F85\u0FD0-\u0FD4\u0FD9-\u0FDA\u104A-\u104F\u10FB\u1360-\u1368\u1400\u166E\u1680\u169B-\u169C\u16EB-\u16ED\u1735-\u1736\u17D4-\u17D6\u17D8-\u17DA\u1800-\u180A\u1944-\u1945\u1A1E-\u1A1F\u1AA0-\u1AA6\u1AA8-\u1AAD\u1B4E-\u1B4F\u1B5A-\u1B60\u1B7D-\u1B7F\u1BFC-\u1BFF\u1C3B-\u1C3F\u1C7E-\u1C7F\u1CC0-\u1CC7\u1CD3\u2000-\u200A\u2010-\u2029\u202F-\u2043\u2044-\u2051\u2053-\u205F\u207D-\u207E\u208D-\u208E\u2212\u2215\u2308-\u230B\u2329-\u232A\u2768-\u2775\u27C5-\u27C6\u27E6-\u27EF\u2983-\u2998\u29D8-\u29DB\u29FC-\u29FD\u2CF9-\u2CFC\u2CFE-\u2CFF\u2D70\u2E00-\u2E2E\u2E30-\u2E4F\u2E52-\u2E5D\u3000-\u3003\u3008-\u3011\u3014-\u301F\u3030\u303D\u30A0\u30FB\uA4FE-\uA4FF\uA60D-\uA60F\uA673\uA67E\uA6F2-\uA6F7\uA874-\uA877\uA8CE-\uA8CF\uA8F8-\uA8FA\uA8FC\uA92E-\uA92F\uA95F\uA9C1-\uA9CD\uA9DE-\uA9DF\uAA5C-\uAA5F\uAADE-\uAADF\uAAF0-\uAAF1\uABEB\uFD3E-\uFD3F\uFE10-\uFE19\uFE30-\uFE52\uFE54-\uFE61\uFE63\uFE68\uFE6A-\uFE6B\uFF01-\uFF03\uFF05-\uFF0A\uFF0C-\uFF0F\uFF1A-\uFF1B\uFF1F-\uFF20\uFF3B-\uFF3D\uFF3F\uFF5B\uFF5D\uFF5F-\uFF65\U00010100-\U00010102\U0001039F\U000103D0\U0001056F\U00010857\U0001091F\U0001093F\U00010A50-\U00010A58\U00010A7F\U00010AF0-\U00010AF6\U00010B39-\U00010B3F\U00010B99-\U00010B9C\U00010D6E\U00010EAD\U00010ED0\U00010F55-\U00010F59\U00010F86-\U00010F89\U00011047-\U0001104D\U000110BB-\U000110BC\U000110BE-\U000110C1\U00011140-\U00011143\U00011174-\U00011175\U000111C5-\U000111C8\U000111CD\U000111DB\U000111DD-\U000111DF\U00011238-\U0001123D\U000112A9\U000113D4-\U000113D5\U000113D7-\U000113D8\U0001144B-\U0001144F\U0001145A-\U0001145B\U0001145D\U000114C6\U000115C1-\U000115D7\U00011641-\U00011643\U00011660-\U0001166C\U000116B9\U0001173C-\U0001173E\U0001183B\U00011944-\U00011946\U000119E2\U00011A3F-\U00011A46\U00011A9A-\U00011A9C\U00011A9E-\U00011AA2\U00011B00-\U00011B09\U00011BE1\U00011C41-\U00011C45\U00011C70-\U00011C71\U00011EF7-\U00011EF8\U00011F43-\U00011F4F\U00011FFF\U00012470-\U00012474\U00012FF1-\U00012FF2\U00016A6E-\U00016A6F\U00016AF5\U00016B37-\U00016B3B\U00016B44\U00016D6D-\U00016D6F\U00016E97-\U00016E9A\U00016FE2\U0001BC9F\U0001DA87-\U0001DA8B\U0001E5FF\U0001E95E-\U0001E95F]', ' ', 'g'),
      U&'\0671\0672\0673\0629\06BE\06C1\06C3\06D5\06FF\0649\0620\06CC\06CD\06CE\06D0\06D2\06A9\06AA\06AC\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9\066B\066C\066A\00D7\2715\2A2F\00F8\0142\0111\0127\0131\03C2',
      U&'\0627\0627\0627\0647\0647\0647\0647\0647\0647\064A\064A\064A\064A\064A\064A\064A\0643\0643\064301234567890123456789.,%xxxoldhi\03C3'
    ), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
    -- a point or comma between two digits stays, and one that a mark joins
    '((?<![0-9])[.,]|[.,](?![0-9]))(?![\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1-\u05C2\u05C4-\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7-\u06E8\u06EA-\u06ED\u0711\u0730-\u074A\u07A6-\u07B0\u07EB-\u07F3\u07FD\u0816-\u0819\u081B-\u0823\u0825-\u0827\u0829-\u082D\u0859-\u085B\u0897-\u089F\u08CA-\u08E1\u08E3-\u0903\u093A-\u093C\u093E-\u094F\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09BC\u09BE-\u09C4\u09C7-\u09C8\u09CB-\u09CD\u09D7\u09E2-\u09E3\u09FE\u0A01-\u0A03\u0A3C\u0A3E-\u0A42\u0A47-\u0A48\u0A4B-\u0A4D\u0A51\u0A70-\u0A71\u0A75\u0A81-\u0A83\u0ABC\u0ABE-\u0AC5\u0AC7-\u0AC9\u0ACB-\u0ACD\u0AE2-\u0AE3\u0AFA-\u0AFF\u0B01-\u0B03\u0B3C\u0B3E-\u0B44\u0B47-\u0B48\u0B4B-\u0B4D\u0B55-\u0B57\u0B62-\u0B63\u0B82\u0BBE-\u0BC2\u0BC6-\u0BC8\u0BCA-\u0BCD\u0BD7\u0C00-\u0C04\u0C3C\u0C3E-\u0C44\u0C46-\u0C48\u0C4A-\u0C4D\u0C55-\u0C56\u0C62-\u0C63\u0C81-\u0C83\u0CBC\u0CBE-\u0CC4\u0CC6-\u0CC8\u0CCA-\u0CCD\u0CD5-\u0CD6\u0CE2-\u0CE3\u0CF3\u0D00-\u0D03\u0D3B-\u0D3C\u0D3E-\u0D44\u0D46-\u0D48\u0D4A-\u0D4D\u0D57\u0D62-\u0D63\u0D81-\u0D83\u0DCA\u0DCF-\u0DD4\u0DD6\u0DD8-\u0DDF\u0DF2-\u0DF3\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECE\u0F18-\u0F19\u0F35\u0F37\u0F39\u0F3E-\u0F3F\u0F71-\u0F84\u0F86-\u0F87\u0F8D-\u0F97\u0F99-\u0FBC\u0FC6\u102B-\u103E\u1056-\u1059\u105E-\u1060\u1062-\u1064\u1067-\u106D\u1071-\u1074\u1082-\u108D\u108F\u109A-\u109D\u1160-\u11FF\u135D-\u135F\u1712-\u1715\u1732-\u1734\u1752-\u1753\u1772-\u1773\u17B4-\u17D3\u17DD\u180B-\u180D\u180F\u1885-\u1886\u18A9\u1920-\u192B\u1930-\u193B\u1A17-\u1A1B\u1A55-\u1A5E\u1A60-\u1A7C\u1A7F\u1AB0-\u1ADD\u1AE0-\u1AEB\u1B00-\u1B04\u1B34-\u1B44\u1B6B-\u1B73\u1B80-\u1B82\u1BA1-\u1BAD\u1BE6-\u1BF3\u1C24-\u1C37\u1CD0-\u1CD2\u1CD4-\u1CE8\u1CED\u1CF4\u1CF7-\u1CF9\u1DC0-\u1DFF\u20D0-\u20F0\u2CEF-\u2CF1\u2D7F\u2DE0-\u2DFF\u302A-\u302F\u3099-\u309A\uA66F-\uA672\uA674-\uA67D\uA69E-\uA69F\uA6F0-\uA6F1\uA802\uA806\uA80B\uA823-\uA827\uA82C\uA880-\uA881\uA8B4-\uA8C5\uA8E0-\uA8F1\uA8FF\uA926-\uA92D\uA947-\uA953\uA980-\uA983\uA9B3-\uA9C0\uA9E5\uAA29-\uAA36\uAA43\uAA4C-\uAA4D\uAA7B-\uAA7D\uAAB0\uAAB2-\uAAB4\uAAB7-\uAAB8\uAABE-\uAABF\uAAC1\uAAEB-\uAAEF\uAAF5-\uAAF6\uABE3-\uABEA\uABEC-\uABED\uD7B0-\uD7FF\uFB1E\uFE00-\uFE0F\uFE20-\uFE2F\U000101FD\U000102E0\U00010376-\U0001037A\U00010A01-\U00010A03\U00010A05-\U00010A06\U00010A0C-\U00010A0F\U00010A38-\U00010A3A\U00010A3F\U00010AE5-\U00010AE6\U00010D24-\U00010D27\U00010D69-\U00010D6D\U00010EAB-\U00010EAC\U00010EFA-\U00010EFF\U00010F46-\U00010F50\U00010F82-\U00010F85\U00011000-\U00011002\U00011038-\U00011046\U00011070\U00011073-\U00011074\U0001107F-\U00011082\U000110B0-\U000110BA\U000110C2\U00011100-\U00011102\U00011127-\U00011134\U00011145-\U00011146\U00011173\U00011180-\U00011182\U000111B3-\U000111C0\U000111C9-\U000111CC\U000111CE-\U000111CF\U0001122C-\U00011237\U0001123E\U00011241\U000112DF-\U000112EA\U00011300-\U00011303\U0001133B-\U0001133C\U0001133E-\U00011344\U00011347-\U00011348\U0001134B-\U0001134D\U00011357\U00011362-\U00011363\U00011366-\U0001136C\U00011370-\U00011374\U000113B8-\U000113C0\U000113C2\U000113C5\U000113C7-\U000113CA\U000113CC-\U000113D0\U000113D2\U000113E1-\U000113E2\U00011435-\U00011446\U0001145E\U000114B0-\U000114C3\U000115AF-\U000115B5\U000115B8-\U000115C0\U000115DC-\U000115DD\U00011630-\U00011640\U000116AB-\U000116B7\U0001171D-\U0001172B\U0001182C-\U0001183A\U00011930-\U00011935\U00011937-\U00011938\U0001193B-\U0001193E\U00011940\U00011942-\U00011943\U000119D1-\U000119D7\U000119DA-\U000119E0\U000119E4\U00011A01-\U00011A0A\U00011A33-\U00011A39\U00011A3B-\U00011A3E\U00011A47\U00011A51-\U00011A5B\U00011A8A-\U00011A99\U00011B60-\U00011B67\U00011C2F-\U00011C36\U00011C38-\U00011C3F\U00011C92-\U00011CA7\U00011CA9-\U00011CB6\U00011D31-\U00011D36\U00011D3A\U00011D3C-\U00011D3D\U00011D3F-\U00011D45\U00011D47\U00011D8A-\U00011D8E\U00011D90-\U00011D91\U00011D93-\U00011D97\U00011EF3-\U00011EF6\U00011F00-\U00011F01\U00011F03\U00011F34-\U00011F3A\U00011F3E-\U00011F42\U00011F5A\U00013440\U00013447-\U00013455\U0001611E-\U0001612F\U00016AF0-\U00016AF4\U00016B30-\U00016B36\U00016D63-\U00016D6A\U00016F4F\U00016F51-\U00016F87\U00016F8F-\U00016F92\U00016FE4\U00016FF0-\U00016FF1\U0001BC9D-\U0001BC9E\U0001CF00-\U0001CF2D\U0001CF30-\U0001CF46\U0001D165-\U0001D169\U0001D16D-\U0001D172\U0001D17B-\U0001D182\U0001D185-\U0001D18B\U0001D1AA-\U0001D1AD\U0001D242-\U0001D244\U0001DA00-\U0001DA36\U0001DA3B-\U0001DA6C\U0001DA75\U0001DA84\U0001DA9B-\U0001DA9F\U0001DAA1-\U0001DAAF\U0001E000-\U0001E006\U0001E008-\U0001E018\U0001E01B-\U0001E021\U0001E023-\U0001E024\U0001E026-\U0001E02A\U0001E08F\U0001E130-\U0001E136\U0001E2AE\U0001E2EC-\U0001E2EF\U0001E4EC-\U0001E4EF\U0001E5EE-\U0001E5EF\U0001E6E3\U0001E6E6\U0001E6EE-\U0001E6EF\U0001E6F5\U0001E8D0-\U0001E8D6\U0001E944-\U0001E94A\U000E0100-\U000E01EF])', ' ', 'g'),
    ' +', ' ', 'g'), ' '), NFC)
$fold$;
ALTER TABLE "claimant" ALTER COLUMN "folded_names" SET EXPRESSION AS (folded_names("names")),
  ALTER COLUMN "name_keys" SET EXPRESSION AS (name_keys("names"));
ALTER TABLE "topic" ALTER COLUMN "folded_names" SET EXPRESSION AS (folded_names("names")),
  ALTER COLUMN "name_keys" SET EXPRESSION AS (name_keys("names"));
ALTER TABLE "article" ALTER COLUMN "folded_names" SET EXPRESSION AS (' ' || fold_text("title") || ' ' || fold_text("publisher"));

-- The form that the columns to search by have in a row. Rows that are there have an older one: a start writes them anew.
ALTER TABLE "public_claim" ADD COLUMN "search_version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "public_claim" ALTER COLUMN "search_version" SET DEFAULT 2;

-- What all forms of a folded word have in common: Snowball's English stem of what is ASCII; of Arabic what is left without
-- the article, and then without one ending of number, gender or origin, or a possessive. The article goes first, so that a
-- noun ends alike with and without it, and endings go once: taken until nothing more goes, كورونا is كوريا. Nouns that end
-- as if they had an ending (قانون, فلسطين) are named. tests/search/arabic-nouns.ts counts the faults of both kinds.
CREATE OR REPLACE FUNCTION search_stem(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  stem text := word;
  found text[];
BEGIN
  IF word ~ '^[ -~]+$' THEN
    RETURN coalesce((ts_lexize('pg_catalog.english_stem', word))[1], word);
  END IF;
  IF word !~ '^[\u0621-\u064A\u067E\u0686\u0698\u06A4\u06AF]+$' THEN RETURN word; END IF;

  -- The article, with what is written before it: بال, وال, لل.
  IF stem !~ '^(?:الان|الاف|الف(?:ا|ي|ان|ين)|الذي|التي|الذين)$' THEN
    stem := regexp_replace(stem, '^[وف]?(?:لل|[بكل]?ال)(?=..)', '');
    stem := regexp_replace(stem, '^ال(?=...)', '');
  END IF;

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

-- The stems of what stands behind a conjunction or preposition that Arabic joins to a word (and, so, in, for, as), if the
-- first letters are one: of بثورة that of ثورة, but of كلام that of لام too.
CREATE FUNCTION search_stems_behind(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT search_stem(substr(word, length(before) + 1))), '{}')
  FROM unnest('{و,ف,ب,ل,ك,وب,ول,وك,فب,فل}'::text[]) AS before
  WHERE starts_with(word, before) AND length(word) >= length(before) + 3
$$;

ALTER TABLE "search_word" ADD COLUMN "behind" TEXT[] NOT NULL DEFAULT '{}';
CREATE INDEX "search_word_behind_idx" ON "search_word" USING GIN ("behind") WITH (fastupdate = off);

CREATE OR REPLACE FUNCTION keep_search_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.search_vector IS NOT DISTINCT FROM OLD.search_vector THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(7286394001);
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO search_word AS kept (word, stem, behind, claims)
      SELECT word, search_stem(word), search_stems_behind(word), 1 FROM search_words(NEW.search_vector) AS word
      WHERE TG_OP = 'INSERT' OR word NOT IN (SELECT search_words(OLD.search_vector))
      ON CONFLICT (word) DO UPDATE SET claims = kept.claims + 1;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    UPDATE search_word AS kept SET claims = kept.claims - 1 WHERE kept.word IN (
      SELECT word FROM search_words(OLD.search_vector) AS word
      WHERE TG_OP = 'DELETE' OR word NOT IN (SELECT search_words(NEW.search_vector)));
    DELETE FROM search_word AS kept WHERE kept.claims = 0 AND kept.word IN (SELECT search_words(OLD.search_vector));
  END IF;
  RETURN NULL;
END
$$;

CREATE OR REPLACE PROCEDURE rebuild_search_words() LANGUAGE sql AS $$
  DELETE FROM search_word;
  INSERT INTO search_word (word, stem, behind, claims)
    SELECT word, search_stem(word), search_stems_behind(word), ndoc FROM ts_stat('SELECT search_vector FROM public_claim')
    WHERE word !~ '^[0-9.,+-]+$' AND length(word) <= 60;
$$;
UPDATE search_word SET stem = search_stem(word), behind = search_stems_behind(word);

-- How many letters differ, where two neighbours that stand the wrong way round are one (Damerau), up to 3 or so.
CREATE FUNCTION search_distance(one text, other text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT least(levenshtein_less_equal(one, other, 3), 1 + (
    SELECT min(levenshtein_less_equal(overlay(one PLACING reverse(substr(one, n, 2)) FROM n FOR 2), other, 2))
    FROM generate_series(1, length(one) - 1) AS n WHERE substr(one, n, 1) <> substr(one, n + 1, 1)))
$$;

-- The words of the list that `asked` was meant to be, the nearest first, and other forms of these. Compared without an
-- article, one letter may be wrong, missing, too much or in its neighbour's place from four letters on, two from six on.
-- Then those it is a part of.
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
  (SELECT nearest.word, nearest.claims FROM nearest ORDER BY nearest.claims DESC, nearest.word)
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

-- Whether some claim has all of these marks. Not by reading the table until one comes: it may be the last, or none.
CREATE FUNCTION search_has_tokens(tokens text[]) RETURNS boolean LANGUAGE sql STABLE STRICT SET enable_seqscan = off AS $$
  SELECT EXISTS (SELECT FROM public_claim WHERE search_tokens @> tokens)
$$;
