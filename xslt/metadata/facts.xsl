<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:h="urn:siglum:header" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The facts of one document, and of the edition, each read from its TEI in one place. Every format
    is written from them by pipeline/formats; pipeline/model/facts.ts gives the types. Missing facts
    are the empty sequence, in JSON null or an empty array; nothing is invented. Nothing here
    depends on the site. Further modules: titles.xsl, people.xsl (parties), dating.xsl (dates),
    origin.xsl (archives, the printed source).
  -->
  <xsl:include href="titles.xsl"/>
  <xsl:include href="people.xsl"/>
  <xsl:include href="dating.xsl"/>
  <xsl:include href="origin.xsl"/>

  <xsl:function name="f:document-facts" as="map(*)">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="header" select="$tei/teiHeader[1]"/>
    <xsl:variable name="sent" select="h:correspondence($header, 'sent')"/>
    <xsl:variable name="received" select="h:correspondence($header, 'received')"/>
    <xsl:sequence select="map:merge((fp:common-facts($tei, $header), map{
      'n': h:number($header),
      'form': f:form($header),
      'container': fp:container-title($header),
      'genre': f:genre($header),
      'senders': array{f:senders($header)},
      'recipients': array{f:recipients($header)},
      'corresponds': exists($header/profileDesc/correspDesc),
      'sent': map{'place': f:place-facts(fp:named-place($sent)),
        'date': f:date-facts(($sent/date)[1])},
      'received': map{'place': f:place-facts(fp:named-place($received)),
        'date': f:date-facts(($received/date)[1])},
      'date': f:date-facts(h:date($header)),
      'place': f:place-facts(h:place($header)),
      'archives': array{f:archives($header)},
      'named': array{f:named-entries($tei)},
      'extent': f:folded($header/fileDesc/extent/measure[1])}))"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <!-- Of edition.xml. -->
  <xsl:function name="f:edition-facts" as="map(*)">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="header" select="$tei/teiHeader[1]"/>
    <xsl:variable name="file" select="$header/fileDesc"/>
    <xsl:variable name="publication" select="$file/publicationStmt"/>
    <xsl:variable name="class" select="$header/profileDesc/textClass"/>
    <xsl:sequence select="map:merge((fp:common-facts($tei, $header), map{
      'folder': exists($file/titleStmt/title[@type = 'folder']),
      'place': f:folded($publication/pubPlace[1]),
      'projectDesc': f:folded($header/encodingDesc/projectDesc),
      'description': (
        fp:prose($header/profileDesc/abstract), fp:prose($header/encodingDesc/projectDesc),
        f:folded($tei/text/body/div[@type = 'introduction'][1]/p[1]))[1],
      'sampling': fp:prose($header/encodingDesc/samplingDecl),
      'practice': fp:prose($header/encodingDesc/editorialDecl),
      'funders': array{$file/titleStmt/(funder | sponsor)[f:folded(.)] ! fp:funder(.)},
      'email': ($file/titleStmt/(editor | principal | respStmt)//email,
        $publication//email)[f:folded(.)][1] ! f:folded(.),
      'keywords': array{distinct-values($class/keywords//(term | item)[not(*)] ! f:folded(.))},
      'disciplines': array{distinct-values(
        $class//(@ref | @target)[starts-with(.,
          'https://vocabs.acdh.oeaw.ac.at/oefosdisciplines/')] ! string(.))}}))"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <!-- Facts that both a document and the edition have. -->
  <xsl:function name="fp:common-facts" as="map(*)">
    <xsl:param name="tei" as="element()"/>
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="publication" select="$header/fileDesc/publicationStmt"/>
    <xsl:sequence select="map{
      'id': $tei/@xml:id ! string(.),
      'title': f:title($header),
      'statedTitle': fp:stated-title($header),
      'titleRuns': fp:title-runs($header),
      'subtitle': f:folded($header/fileDesc/titleStmt/title[lower-case(@type) = ('sub',
        'subordinate', 'subtitle')][1]),
      'responsible': array{f:responsible($header)},
      'print': f:print-facts($header),
      'licence': f:licence($header),
      'rights': array{$publication/availability/p ! f:folded(.)},
      'status': f:folded($header/revisionDesc/@status),
      'languages': array{h:languages($header)},
      'version': f:folded($header/fileDesc/editionStmt/edition[1]/@n),
      'issued': f:issued($header),
      'published': fp:published($publication),
      'publisher': h:published-by-name($header),
      'identifiers': array{fp:own-identifiers($publication) ! fp:identifier(.)},
      'prefixes': array{$header/encodingDesc/listPrefixDef//prefixDef
        ! map{'ident': string(@ident), 'pattern': string(@matchPattern),
          'replacement': string(@replacementPattern)}},
      'abstract': f:folded($header/profileDesc/abstract),
      'application': $header/encodingDesc/appInfo/application[1]
        ! map{'name': f:folded((label, @ident)[1]), 'version': f:folded(@version)}}"/>
  </xsl:function>

  <!--
    The identifiers of the publication, not of its publisher, also in paragraphs. That of all
    versions (`@subtype='concept'`) is the last: it identifies no version.
  -->
  <xsl:function name="fp:own-identifiers" as="element(idno)*">
    <xsl:param name="publication" as="element(publicationStmt)*"/>
    <xsl:variable name="all" select="
      $publication/(idno | p | ab)/descendant-or-self::idno[empty(idno)]"/>
    <xsl:sequence select="$all[not(@subtype = 'concept')], $all[@subtype = 'concept']"/>
  </xsl:function>

  <!-- The kind of text, by its keywords: "Memorandum of Conversation". -->
  <xsl:function name="f:genre" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="f:folded(h:genre($header))"/>
  </xsl:function>

  <!-- The form of the copy, from the description of the first witness: `typescript`. -->
  <xsl:function name="f:form" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="f:folded((f:descriptions($header)/physDesc/objectDesc/@form)[1])"/>
  </xsl:function>

  <!--
    The licence: its words, and its address, from the element itself, a reference within it or
    beside it (Guidelines 2.2.4: licence/@target, licence/ref, availability/p/ref).
  -->
  <xsl:function name="f:licence" as="map(*)?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="availability" select="$header/fileDesc/publicationStmt/availability"/>
    <xsl:variable name="licence" select="($availability/licence)[1]"/>
    <xsl:variable name="references" select="
      if ($licence) then $licence/(@target, descendant::*/@target)
        else $availability//(ref | ptr)/@target"/>
    <xsl:variable name="target" select="($references ! f:folded(.))[matches(., '^https?://')][1]"/>
    <xsl:if test="exists(($licence, $target))">
      <xsl:sequence select="
          map{'target': $target, 'text': fp:folded-blocks(($licence,
            $availability/p[.//@target])[1])}"/>
    </xsl:if>
  </xsl:function>

  <!-- Blocks without white space between them are separate. -->
  <xsl:function name="fp:folded-blocks" as="xs:string?">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="
      if ($element/(p | ab)) then string-join($element/* ! f:folded(.), ' ')
        else f:folded($element)"/>
  </xsl:function>

  <!-- When the edition was published: a W3C date. -->
  <xsl:function name="f:issued" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="date" select="$header/fileDesc/publicationStmt/date[1]"/>
    <xsl:sequence select="
        f:folded(($date/@when, $header/fileDesc/editionStmt/edition/date/@when,
          $date)[1])[matches(., '^[0-9]{4}(-[0-9][0-9]){0,2}$')]"/>
  </xsl:function>

  <!-- The entries that the text names, each once, in the order of the text. -->
  <xsl:function name="f:named-entries" as="map(*)*">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="pointers"
      select="distinct-values(f:texts($tei) ! descendant::*/@ref) ! tokenize(.)"/>
    <xsl:for-each select="distinct-values($pointers[starts-with(., '#')])">
      <xsl:sequence select="key('entry', substring(., 2), root($tei))[1] ! f:entry-facts(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A person, organization, place or term with its identifiers. -->
  <xsl:function name="f:entry-facts" as="map(*)">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="map{
      'id': string($entry/@xml:id),
      'kind': f:kind($entry),
      'name': f:name($entry),
      'identifiers': array{f:identifiers($entry)}}"/>
  </xsl:function>

  <!--
    The persons, organizations and places in the file with an identifier or a point that
    distinguishes them.
  -->
  <xsl:function name="f:carried-entries" as="map(*)*">
    <xsl:param name="tei" as="element()"/>
    <xsl:for-each
      select="$tei/standOff//(person | org | place)[@xml:id][f:names(.)][idno or location/geo]">
      <xsl:sequence select="
          map:merge((f:entry-facts(.), map{'inverted': f:sort-name(.),
            'coordinates': f:point(.)}))" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:identifiers" as="map(*)*">
    <xsl:param name="holder" as="element()?"/>
    <xsl:sequence select="$holder/idno ! fp:identifier(.)"/>
  </xsl:function>

  <!--
    An identifier unchanged; pipeline/formats/facts/identifiers.ts has the schemes and their
    addresses.
  -->
  <xsl:function name="fp:identifier" as="map(*)?">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:sequence select="f:folded($idno) ! map{'type': string($idno/@type), 'value': .}"/>
  </xsl:function>

  <!-- The pointers of an element to somebody or something outside of the file. -->
  <xsl:function name="f:pointers-outside" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/(@ref | @key)[contains(., ':')]
      ! tokenize(.)[contains(., ':')]"/>
  </xsl:function>

  <!-- The prose of a declaration; if it has parts, they come one after the other. -->
  <xsl:function name="fp:prose" as="xs:string?">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="string-join(if ($element/descendant-or-self::p)
      then $element/descendant-or-self::p ! f:folded(.) else f:folded($element), ' ')[. ne '']"/>
  </xsl:function>

  <!--
    Name, identifier and grant: `<funder><orgName/><idno type="ROR"/><idno type="grant"/></funder>`.
  -->
  <xsl:function name="fp:funder" as="map(*)">
    <xsl:param name="funder" as="element()"/>
    <xsl:sequence select="map{
      'name': ($funder/(orgName | persName | name)[1] ! f:folded(.), string-join($funder/text())
        ! normalize-space(.)[. ne ''])[1],
      'identifiers': array{$funder//idno[not(@type = 'grant')] ! fp:identifier(.)},
      'grant': ($funder//idno[@type = 'grant'])[1] ! f:folded(.)}"/>
  </xsl:function>

  <!--
    White space folded; an empty text counts as missing. Control characters and the line ends of
    Unicode are folded by pipeline/formats/facts: saxon-js processes a string character by
    character.
  -->
  <xsl:function name="f:folded" as="xs:string?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="normalize-space($nodes[1])[. ne '']"/>
  </xsl:function>
</xsl:stylesheet>
