<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What the records say of the edition as a whole: from its header, and summed up from the documents. -->

  <!-- Names of persons, organizations and places that a record takes as subjects: those that most documents name. -->
  <xsl:variable name="fp:most-subjects" as="xs:integer" select="25"/>
  <!-- Authors of documents whom a record names as contributors. -->
  <xsl:variable name="fp:most-writers" as="xs:integer" select="10"/>
  <!-- Shelfmarks that a record names one by one. -->
  <xsl:variable name="fp:most-archives" as="xs:integer" select="10"/>
  <!-- Sources on the web that a record names one by one; an edition of more has to name its printed source in edition.xml. -->
  <xsl:variable name="fp:most-sources" as="xs:integer" select="100"/>

  <xsl:function name="f:deposit-facts" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="header" select="$tei/teiHeader[1]"/>
    <xsl:variable name="file" select="$header/fileDesc"/>
    <xsl:variable name="publication" select="$file/publicationStmt"/>
    <xsl:variable name="editors" select="f:agents($file/titleStmt/(editor | principal))"/>
    <xsl:variable name="authors" select="f:agents($file/titleStmt/author)"/>
    <xsl:variable name="publisher" select="f:agents($publication/publisher[1])"/>
    <xsl:variable name="writers" select="f:distinct-agents($f:documents?authors?*)"/>
    <!-- Who is credited: the editors; without them the authors of the edition, else the publisher. -->
    <xsl:variable name="credited" select="('editor'[exists($editors)], 'author'[exists($authors)], 'publisher')[1]"/>
    <xsl:variable name="creators" select="if ($credited eq 'editor') then $editors else if ($credited eq 'author') then $authors else $publisher"/>
    <!-- Those who wrote the documents, where they are few; a record that divides names takes no person whose name is in one piece. -->
    <xsl:variable name="named-writers" select="$writers[count($writers) le $fp:most-writers][.?kind eq 'org' or .?family] ! map:put(., 'wrote', true())"/>
    <xsl:variable name="licence" select="f:licence($header)"/>
    <xsl:variable name="uri" select="f:uri($header)"/>
    <xsl:sequence select="map{
      'title': f:stated-title($header),
      'subtitle': f:subtitle($header),
      'language': f:languages($tei)[1],
      'languages': array{distinct-values(f:languages($tei) ! f:three-letter-language(.))},
      'publisher': f:folded($publication/publisher[1]),
      'publisherAgent': $publisher[1],
      'published': f:published($header),
      'version': f:version($header),
      'uri': $uri,
      'web': $uri[matches(., '^https?://')],
      'doi': f:doi($header),
      'licence': $licence?target,
      'licenceWords': $licence?text,
      'licenceNames': ($licence?target ! f:licence-names(.), map{})[1],
      'rights': array{f:rights($header)},
      'description': (fp:prose($header/profileDesc/abstract), fp:prose($header/encodingDesc/projectDesc), f:folded($tei/text/body/div[@type = 'introduction'][1]/p[1]))[1],
      'sampling': fp:prose($header/encodingDesc/samplingDecl),
      'practice': fp:prose($header/encodingDesc/editorialDecl),
      'creators': array{$creators},
      'credited': $credited,
      'editors': array{$editors},
      'authors': array{$authors},
      'writers': array{$writers},
      'contributors': array{f:distinct-agents((f:agents($file/titleStmt/respStmt), $authors, $named-writers))[not(.?name = $creators?name)]},
      'funders': array{$file/titleStmt/(funder | sponsor)[f:folded(.)] ! fp:funder(.)},
      'email': ($file/titleStmt/(editor | principal | respStmt)//email, $publication//email)[f:folded(.)][1] ! f:folded(.),
      'keywords': array{distinct-values(($header/profileDesc/textClass/keywords//(term | item)[not(*)] ! f:folded(.), $f:documents?form))},
      'disciplines': array{distinct-values($header/profileDesc/textClass//(@ref | @target)[starts-with(., 'https://vocabs.acdh.oeaw.ac.at/oefosdisciplines/')] ! string(.))},
      'subjects': array{fp:subjects()},
      'places': array{fp:mapped-places()},
      'printed': array{fp:printed(f:printed-source($header))},
      'archives': array{fp:archives()},
      'first': sort($f:documents?first)[1],
      'last': sort($f:documents?last)[last()],
      'application': ($f:documents ! .?application)[1],
      'count': count($f:documents)}"/>
  </xsl:function>

  <!-- The facts with `agents`: all who are named, each described once; and `known`: the same by their names. -->
  <xsl:function name="f:with-agents" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="agents" select="f:distinct-agents(($facts?creators?*, $facts?editors?*, $facts?contributors?*, $facts?publisherAgent, $facts?writers?*))"/>
    <xsl:sequence select="map:merge(($facts, map{'agents': array{$agents}, 'known': map:merge($agents ! map{string(.?name): .})}))"/>
  </xsl:function>

  <!-- What a contributor is, in the words of DataCite: one who wrote documents is recognized, and had no part in the edition. -->
  <xsl:function name="f:contributor-type" as="xs:string">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:sequence select="if ($agent?wrote and $agent?kind eq 'person') then 'RelatedPerson' else 'Other'"/>
  </xsl:function>

  <!-- The prose of a declaration; where it has parts, they come one after the other. -->
  <xsl:function name="fp:prose" as="xs:string?">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="string-join(if ($element/descendant-or-self::p) then $element/descendant-or-self::p ! f:folded(.) else f:folded($element), ' ')[. ne '']"/>
  </xsl:function>

  <!-- Name, identifier and grant: `<funder><orgName/><idno type="ROR"/><idno type="grant"/></funder>`. -->
  <xsl:function name="fp:funder" as="map(*)">
    <xsl:param name="funder" as="element()"/>
    <xsl:sequence select="map{
      'name': ($funder/(orgName | persName | name)[1] ! f:folded(.), string-join($funder/text()) ! normalize-space(.)[. ne ''])[1],
      'ids': array{f:addressed($funder//idno[not(@type = 'grant')])},
      'grant': ($funder//idno[@type = 'grant'])[1] ! f:folded(.)}"/>
  </xsl:function>

  <!-- Those whom the most documents name, and that can be told by an address. -->
  <xsl:function name="fp:subjects" as="map(*)*">
    <xsl:variable name="counted" as="map(*)*">
      <xsl:for-each-group select="$f:documents?named?*[exists(.?uri)]" group-by="string(.?id)">
        <xsl:sequence select="map{'documents': count(current-group()), 'entry': current-group()[1]}"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="first" as="map(*)*">
      <xsl:perform-sort select="$counted">
        <xsl:sort select=".?documents" order="descending"/>
        <xsl:sort select="string(.?entry?inverted)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:sequence select="subsequence($first, 1, $fp:most-subjects)?entry"/>
  </xsl:function>

  <!-- The places that have coordinates, each once. -->
  <xsl:function name="fp:mapped-places" as="map(*)*">
    <xsl:variable name="places" as="map(*)*">
      <xsl:for-each-group select="$f:documents?named?*[exists(.?latitude)]" group-by="string(.?id)">
        <xsl:sequence select="current-group()[1]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:perform-sort select="$places">
      <xsl:sort select="string(.?name)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <xsl:sort select="string(.?id)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
    </xsl:perform-sort>
  </xsl:function>

  <!-- Where the originals are kept: to the shelfmark where they are few, else the archives alone. -->
  <xsl:function name="fp:archives" as="xs:string*">
    <xsl:variable name="exact" select="distinct-values($f:documents?archives?*)"/>
    <xsl:sequence select="if (count($exact) le $fp:most-archives) then $exact else distinct-values($f:documents?repositories?*)"/>
  </xsl:function>

  <!--
    The printed sources: where they are few, those of the documents, which are the more exact; else the edition's own, or the volumes that the
    documents have in common.
  -->
  <xsl:function name="fp:printed" as="map(*)*">
    <xsl:param name="own" as="map(*)*"/>
    <xsl:variable name="all" select="$f:documents?printed?*"/>
    <xsl:variable name="exact" select="fp:different($all)"/>
    <xsl:choose>
      <xsl:when test="exists($exact) and count($exact) le $fp:most-sources"><xsl:sequence select="$exact"/></xsl:when>
      <xsl:when test="exists($own)"><xsl:sequence select="$own"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="fp:different($all?volume)[position() le $fp:most-sources]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:different" as="map(*)*">
    <xsl:param name="sources" as="map(*)*"/>
    <xsl:for-each-group select="$sources" group-by="string((.?address, .?citation)[1])">
      <xsl:sequence select="current-group()[1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- What identifies the printed sources, each once: {identifier, scheme}; a source that has nothing of the kind is named in words alone. -->
  <xsl:function name="f:source-identifiers" as="map(*)*">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:for-each-group select="$facts?printed?*[exists((.?doi, .?address, .?isbn))]" group-by="string((.?doi, .?address, .?isbn)[1])">
      <xsl:sequence select="map{'identifier': current-grouping-key(), 'scheme': if (.?doi) then 'doi' else if (.?address) then 'url' else 'isbn'}"/>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
