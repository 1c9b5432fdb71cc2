/**
 * Pairs of a typed name and one that the desk knows, by the rank of lib/desk/claims/named-entities/name-similarity.ts; null where the second is
 * not offered. To add one, say whether somebody who typed the first would look for the second.
 */
export const namePairs: Array<[rank: string | null, pairs: Array<[typed: string, known: string]>]> = [
  [
    "same",
    [
      ["deep seek", "DeepSeek"],
      ["e-Health", "E Health"],
      ["O'Brien", "O’Brien"],
      ["عبدالله", "عبد الله"],
      ["هيأة", "هيئة"],
      ["وزاره الصحه", "وزارة الصّحة"],
    ],
  ],
  [
    "words",
    [
      ["Ministry of Health", "Health Ministry"],
      ["Ministry of Health of Egypt", "Egyptian Ministry of Health"],
      ["Doe, Jane", "Jane Doe"],
      ["Dr. Jane Doe", "Jane Doe"],
      ["Amira Hadad", "Amira Haddad"],
      ["Jon Smiht", "Smith, Jon"],
      ["Deep Seek Researchers", "Researchers, DeepSeek"],
      ["وزارة صحة", "وزارة الصحة"],
      ["وزارة الصحة المصرية", "وزارة الصحة في مصر"],
      ["الدكتور محمد حداد", "محمد حداد"],
      ["عبدالله حسن حداد", "حداد حسن عبد الله"],
      ["سميرة قاسم", "سميره قاسمم"],
    ],
  ],
  [
    "begins",
    [
      ["Ministry of Health", "Ministry of Health of Egypt"],
      ["Minis", "Ministry of Health"],
      ["Jane", "Jane Doe"],
      ["وزارة الصحة", "وزارة الصحة الأردنية"],
      ["وز", "وزارة الصحة"],
    ],
  ],
  [
    "has_all",
    [
      ["Ministry of Health", "Federal Ministry of Public Health"],
      ["sam qas", "Samira Al Qasim"],
      ["Health", "Ministry of Health"],
      ["Helth", "Ministry of Health"],
      ["Deep Seek", "The DeepSeek Company"],
      ["DeepSeek", "Bank of Deep Seek"],
      ["صحة", "وزارة الصحة"],
      ["صح", "وزارة الصحة"],
      ["السكان", "وزارة الصحة والسكان"],
      ["حسن", "عبد الله حسن"],
    ],
  ],
  [
    "is_in",
    [
      ["Ministry of Health of Egypt", "Health Ministry"],
      ["Jane Doe, MP", "Jane Doe"],
      ["DeepSeek AI", "DeepSeek"],
      ["وزارة الصحة المصرية", "وزارة الصحة"],
      ["حداد حسن", "الحداد"],
    ],
  ],
  [
    null,
    [
      ["Ministry of Health of Egypt", "Ministry of Health of Jordan"],
      ["Ministry of Health", "Ministry of Finance"],
      ["Ministry of Health of Egypt", "Egypt"],
      ["Jane Doe", "John Doe"],
      ["Bank of Oslo", "Port of Rome"],
      ["Brigade 4", "Brigade 5"],
      ["Class of 2024", "Class of 2025"],
      ["Omar Ali", "Amr Ali"],
      ["وزارة الصحة", "وزارة المالية"],
      ["وزارة الصحة المصرية", "وزارة الصحة الأردنية"],
      ["محمد حسن", "محمود حسين"],
      ["في مصر", "في الأردن"],
      ["الفرقة ٤", "الفرقة ٥"],
    ],
  ],
];
