-- What accounts are searched by: code, names and their pinyin. Null in rows of before, until the program fills it in.

ALTER TABLE "Account" ADD COLUMN "searchText" TEXT COLLATE "C";

ALTER TABLE "AccountSpelling" ADD COLUMN "searchText" TEXT COLLATE "C";
