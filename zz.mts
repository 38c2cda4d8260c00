import {compileStylesheet, parseSource, transform} from './pipeline/xml/xslt.ts';
import {readFileSync,readdirSync} from 'node:fs';
import {documentFacts} from './pipeline/formats/facts/complete.ts';
import {documentMetadata} from './pipeline/formats/document.ts';
import {editionFacts} from './pipeline/formats/facts/complete.ts';
const s = await compileStylesheet('xslt/metadata/document.xsl','/tmp/trycache');
const strings=JSON.parse(readFileSync('site/_data/i18n/en.json','utf8'));
const dir=process.argv[2];
const none=editionFacts(JSON.parse(transform(s,{source:parseSource('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title type="folder">deposit</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader></TEI>'),parameters:{strings:'{}'},initialMode:'Q{urn:siglum:mode}edition'}).principal));
for (const f of readdirSync(dir).filter(f=>f.endsWith('.xml'))) {
 const r=JSON.parse(transform(s,{source:parseSource(readFileSync(dir+'/'+f,'utf8')),parameters:{strings:JSON.stringify(strings)}}).principal);
 const m=documentMetadata(r,{strings,edition:none,places:{page:'documents/'+f.replace('.xml','.html'),tei:'documents/'+f,entries:{}},cmif:{source:'e'}});
 console.log('\n###',f,'\nC:',m.citations.chicago.html,'\nM:',m.citations.mla.html,'\nA:',m.citations.apa.html,'\n',m.bibtex,m.biblatex,m.ris,JSON.stringify(m.csl),'\n',JSON.stringify(m.facts.identifiers),m.facts.doi,m.facts.uri,JSON.stringify(m.facts.licence),JSON.stringify(m.facts.date),m.letter);
}
