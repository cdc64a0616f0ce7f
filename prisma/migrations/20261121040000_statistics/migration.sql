-- Populations and deflators that users load. Rows are only added: a correction has another vintage.

CREATE TABLE "Statistic" (
  "id" TEXT COLLATE "C" NOT NULL,
  "kind" TEXT COLLATE "C" NOT NULL,
  "districtCode" TEXT COLLATE "C",
  "year" INTEGER NOT NULL,
  "value" NUMERIC NOT NULL,
  "vintage" TEXT COLLATE "C" NOT NULL,
  "source" TEXT COLLATE "C" NOT NULL,
  "sinceRelease" INTEGER NOT NULL,
  CONSTRAINT "Statistic_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Statistic_kind_check" CHECK ("kind" IN ('POPULATION', 'DEFLATOR')),
  CONSTRAINT "Statistic_district_check" CHECK (("districtCode" IS NULL) = ("kind" = 'DEFLATOR')),
  CONSTRAINT "Statistic_value_check" CHECK ("value" > 0)
);

CREATE INDEX "Statistic_districtCode_year_idx" ON "Statistic" ("districtCode", "year");
