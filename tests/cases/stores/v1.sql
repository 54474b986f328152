PRAGMA application_id = 1347701835;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE articles (
            id TEXT PRIMARY KEY, title TEXT, published TEXT, published_from TEXT, source TEXT,
            characters INTEGER NOT NULL, masked TEXT NOT NULL,
            pipeline TEXT NOT NULL, version TEXT NOT NULL, rules TEXT NOT NULL,
            text BLOB NOT NULL);
INSERT INTO "articles" VALUES('2d4906b090a789f7',NULL,'2026-03-04','header',NULL,170,'[]','de_test','1.0.0','0.1.0+212d3f98f76a',X'789C1DCDB90DC2401005D09C2A7E052B0315182181C411404636C0C75EE19D45E35921D10C096590B9318EF4256F1E89BA0C4F6A8A1A7BA745859B5C2009D380CDF0B207BEB6A05EC0A801B5AA60466B7ACCD9B1118F59D1DF4C4E2D3AD18638307A18ADA53876D999B0329607EE62540CEF230DE330A92A2CA5F4AD74CE5FB1CD766E191372ABC4DE2DA7F08F7016BD3AC30745823DB8');
INSERT INTO "articles" VALUES('d2fb743c54568bd4',NULL,'2026-02-01','stand',NULL,92,'[]','de_test','1.0.0','0.1.0+212d3f98f76a',X'789C0DCB310E40401404D0ABCC0944A15311898E46A5FBEC583F5923B19BB83EAF7FEB4BC762910826DB4FC8A4427492A1E713D1D4189EFB14D5C285913AB025E70666E4E2295518ECB294512CFE35383175CB5C7DB06F1EEB');
CREATE TABLE facts (
            article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
            kind TEXT NOT NULL, count INTEGER NOT NULL, json TEXT NOT NULL,
            PRIMARY KEY (article, kind));
INSERT INTO "facts" VALUES('2d4906b090a789f7','people',1,'[{"id":"person:anna-berg","name":"Anna Berg","roles":["Au\u00dfenministerin"],"mentions":[{"text":"Anna Bergs","start":49,"end":59,"line":1},{"text":"Berg","start":158,"end":162,"line":2}]}]');
INSERT INTO "facts" VALUES('2d4906b090a789f7','places',2,'[{"id":"place:genf","name":"Genf","kind":"city","country":"CH","latitude":46.2,"longitude":6.15,"mentions":[{"text":"Genf","start":39,"end":43,"line":1}]},{"id":"place:nordheim","name":"Nordheim","kind":null,"country":null,"latitude":null,"longitude":null,"mentions":[{"text":"Nordheim","start":137,"end":145,"line":2}]}]');
INSERT INTO "facts" VALUES('2d4906b090a789f7','organizations',1,'[{"id":"organization:rotes-kreuz","name":"Rotes Kreuz","mentions":[{"text":"Rotem Kreuz","start":95,"end":106,"line":2}]}]');
INSERT INTO "facts" VALUES('2d4906b090a789f7','dates',2,'[{"text":"3. M\u00e4rz","start":28,"end":35,"line":1,"type":"DATE","value":"2026-03-03","mod":null,"earliest":"2026-03-03","latest":"2026-03-03"},{"text":"lange Zeit","start":78,"end":88,"line":1,"type":"DURATION","value":"PX","mod":null,"earliest":null,"latest":null}]');
INSERT INTO "facts" VALUES('2d4906b090a789f7','numbers',1,'[{"text":"1.200","start":118,"end":123,"line":2,"value":1200,"low":1200,"high":null,"modifier":"more_than","unit":null,"counted":"Haushalte","topic":"outage","detail":"power","place":"Nordheim","date":null,"source":{"text":"Rotem Kreuz","name":"Rotes Kreuz","cue":"laut"},"sentence":"Laut Rotem Kreuz waren \u00fcber 1.200 Haushalte in Nordheim ohne Strom. Berg dankte."}]');
INSERT INTO "facts" VALUES('d2fb743c54568bd4','people',1,'[{"id":"person:anna-berg","name":"Anna Berg","roles":["Ministerin"],"mentions":[{"text":"Anna Berg","start":24,"end":33,"line":1}]}]');
INSERT INTO "facts" VALUES('d2fb743c54568bd4','places',1,'[{"id":"place:genf","name":"Genf","kind":"city","country":"CH","latitude":46.2,"longitude":6.15,"mentions":[{"text":"Genf","start":49,"end":53,"line":1}]}]');
INSERT INTO "facts" VALUES('d2fb743c54568bd4','organizations',1,'[{"id":"organization:nato","name":"NATO","mentions":[{"text":"NATO","start":87,"end":91,"line":1}]}]');
INSERT INTO "facts" VALUES('d2fb743c54568bd4','dates',2,'[{"text":"Zwei Tage","start":0,"end":9,"line":1,"type":"DURATION","value":"P2D","mod":null,"earliest":null,"latest":null},{"text":"Damals","start":70,"end":76,"line":1,"type":"DATE","value":"PAST_REF","mod":null,"earliest":null,"latest":null}]');
INSERT INTO "facts" VALUES('d2fb743c54568bd4','numbers',1,'[{"text":"40","start":34,"end":36,"line":1,"value":40,"low":40,"high":40,"modifier":null,"unit":null,"counted":"Drohnen","topic":"drones","detail":null,"place":"Nordheim","date":null,"source":null,"sentence":"Zwei Tage danach nannte Anna Berg 40 Drohnen; in Genf blieb es still. Damals tagte die NATO."}]');
CREATE TABLE files (
            path TEXT PRIMARY KEY, name TEXT NOT NULL,
            article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE);
INSERT INTO "files" VALUES('../../../work/main/news/erster.txt','news/erster.txt','2d4906b090a789f7');
INSERT INTO "files" VALUES('../../../work/main/news/zweiter.txt','news/zweiter.txt','d2fb743c54568bd4');
CREATE INDEX files_article ON files (article);
COMMIT;
