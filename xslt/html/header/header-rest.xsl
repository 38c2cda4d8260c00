<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private"
  xmlns:h="urn:siglum:header" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The parts of a header that are not in the record (header.xsl), labelled and in their order,
    under a heading that opens them: titles of the series, publication, abstract, keywords,
    editorial principles. Declarations for programs are omitted.
  -->

  <!--
    Parts that the record shows, or that are for programs. Lists of entries have pages of their own.
  -->
  <xsl:variable name="fp:not-in-rest" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    author editor respStmt principal sponsor funder meeting listWit msDesc tagsDecl charDecl
    schemaSpec schemaRef prefixDef listPrefixDef refsDecl classDecl appInfo variantEncoding
    fsdDecl geoDecl styleDefDecl transcriptionDesc xenoData revisionDesc correspDesc
    calendarDesc
    ') ! map{.: true()})"/>

  <xsl:function name="f:header-rest" as="element()*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="rows" as="element()*">
      <xsl:sequence select="
        f:row(f:say('part.title'), h:other-titles($header) ! fp:description(.))"/>
      <xsl:if test="exists(h:parties(h:correspondence($header, 'sent')))">
        <xsl:sequence select="
          f:row(f:say('record.author'), $header/fileDesc/titleStmt/author ! h:names(.)
          ! fp:description(.))"/>
      </xsl:if>
      <xsl:apply-templates mode="m:described" select="
        $header/fileDesc/(editionStmt | extent | publicationStmt | seriesStmt | notesStmt),
        $header/fileDesc/sourceDesc/(* except (bibl | p | ab | biblStruct | listBibl)),
        $header/encodingDesc/*, $header/profileDesc/*"/>
    </xsl:variable>
    <!-- The edition's own pages show what Siglum itself wrote into a header. -->
    <xsl:if test="exists($rows) and empty($fp:programs)">
      <div class="row">
        <dt>{f:say('record.more')}</dt>
        <dd>
          <details class="header-rest">
            <summary>{f:say('record.more.open')}</summary>
            <dl class="described"><xsl:sequence select="$rows"/></dl>
          </details>
        </dd>
      </div>
    </xsl:if>
  </xsl:function>

  <!--
    An element with its label: its words, or the elements in it, each with its own label. Used for
    descriptions of manuscripts too (described.xsl).
  -->
  <xsl:mode name="m:described" on-no-match="shallow-skip"/>

  <xsl:template mode="m:described" match="*">
    <xsl:if test="not(fp:is-in-record(.))">
      <xsl:sequence select="f:row(f:label(.), fp:description(.))"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:is-in-record" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      map:contains($fp:not-in-rest, local-name($element))
      and exists($element/(parent::titleStmt[not(ancestor::biblFull)] | parent::sourceDesc
      | parent::encodingDesc | parent::profileDesc))
      or exists($element[self::person or self::place or self::org][@xml:id][ancestor::teiHeader])"/>
  </xsl:function>

  <!-- Containers without content of their own: their parts replace them. -->
  <xsl:template mode="m:described" match="
      notesStmt | textClass | langUsage | physDesc | supportDesc | layoutDesc
      | objectDesc[not(@form)]
    | history | additional | adminInfo | handDesc | decoDesc | bindingDesc | sealDesc | typeDesc
    | scriptDesc | particDesc | settingDesc | msContents | correspContext | creation
    | editorialDecl | listPerson[not(head)] | listPlace[not(head)] | listOrg[not(head)]">
    <xsl:choose>
      <xsl:when test="text()[normalize-space() ne '']"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:row(f:label(.), fp:facts-of(.))"/>
        <xsl:apply-templates mode="m:described"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Script", "Decoration (initial)", "Item 3". -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" select="local-name($element)"/>
    <xsl:variable name="plain" select="lower-case(replace($name, '([a-z])([A-Z])', '$1 $2'))"/>
    <xsl:variable name="label" select="
      if ($element[self::seg or self::rs])
      then (f:initial($element/@type), f:say('part.p'))[1]
      else f:say-or('part.' || $name, f:initial($plain))"/>
    <xsl:variable name="kind" select="
      $element[not(self::seg or self::rs)]/(@type | @unit | @scheme[starts-with(., 'h')])[1]"/>
    <xsl:sequence select="string-join((
      $label, $element/self::*[self::msItem or self::msPart or self::msFrag]/@n,
      $kind[normalize-space(.) ne ''] ! ('(' || f:say-or('kind.' || ., replace(., '^#', '')) || ')')
      ), ' ')"/>
  </xsl:function>

  <xsl:function name="f:initial" as="xs:string?">
    <xsl:param name="word" as="xs:anyAtomicType?"/>
    <xsl:sequence select="
      string($word)[. ne ''] ! (upper-case(substring(., 1, 1)) || substring(., 2))"/>
  </xsl:function>

  <xsl:function name="fp:description" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element">
      <xsl:choose>
        <xsl:when test="fp:has-parts(.)">
          <xsl:variable name="rows" as="element()*">
            <xsl:apply-templates mode="m:described"/>
          </xsl:variable>
          <xsl:sequence select="fp:facts-of(.)"/>
          <xsl:if test="exists($rows)">
            <dd>
              <xsl:sequence select="f:identity(.)"/>
              <dl class="described"><xsl:sequence select="$rows"/></dl>
            </dd>
          </xsl:if>
        </xsl:when>
        <xsl:when test="normalize-space() ne '' or (self::date or self::origDate) and f:date-text(.)
          or descendant::*[self::ptr or self::ref or self::graphic][@target or @url]">
          <dd>
            <xsl:sequence select="f:identity(.)"/>
            <xsl:apply-templates mode="m:words-of" select="."/>
            <xsl:sequence select="fp:facts-in-words(.) ! (' (' || . || ')')"/>
          </dd>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="fp:facts-of(.)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!--
    Whether an element is a record of its own: it contains elements, and no words beside them.
  -->
  <xsl:function name="fp:has-parts" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element/*) and empty($element/text()[normalize-space() ne ''])
      and exists($element/*[not(map:contains($fp:running, local-name()))])
      and not(map:contains($fp:one-line, local-name($element)))"/>
  </xsl:function>
  <xsl:variable name="fp:running" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    hi emph foreign ref ptr lb pb ex expan choice q quote p ab list table gap supplied unclear
    dimensions measure locus
    ') ! map{.: true()})"/>
  <xsl:variable name="fp:one-line" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    p ab head persName orgName placeName name author editor title address dimensions bibl
    biblStruct biblFull licence item desc note date origDate list table incipit explicit rubric
    respStmt publisher quote cit ref
    ') ! map{.: true()})"/>

  <!-- In a line: names lead to their entries, a list is a list. -->
  <xsl:mode name="m:words-of" on-no-match="shallow-skip"/>
  <xsl:template mode="m:words-of" match="*">
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template mode="m:words-of" match="list | table | listBibl | ref | ptr | bibl | biblStruct">
    <xsl:apply-templates mode="m:text" select="."/>
  </xsl:template>
  <xsl:template mode="m:words-of" match="author | editor | persName | orgName | placeName | name
    | settlement | country | repository | institution | collection">
    <xsl:apply-templates mode="m:name-in-header" select="."/>
  </xsl:template>
  <!-- "350 × 245 mm". -->
  <xsl:template mode="m:words-of m:text" priority="2"
    match="dimensions[*][not(text()[normalize-space() ne ''])]">
    <xsl:if test="preceding-sibling::node()[1]/self::text()[matches(., '\S$')]">
      <span class="added"><xsl:text> </xsl:text></span>
    </xsl:if>
    <xsl:variable name="known" select="*[normalize-space() ne '' or @quantity or @extent]"/>
    <xsl:for-each select="$known">
      <xsl:if test="position() gt 1"><span class="added"> × </span></xsl:if>
      <xsl:apply-templates mode="m:text"/>
      <xsl:for-each select="(@quantity, @extent)[1][normalize-space(..) eq '']">{.}</xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="(@unit, */@unit)[exists($known)][1]"><span class="added"> {.}</span></xsl:for-each>
  </xsl:template>
  <xsl:template mode="m:words-of" match="date | origDate">
    <xsl:choose>
      <xsl:when test="*"><xsl:apply-templates mode="m:text" select="."/></xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="m:name-in-header" select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Facts in attributes only: a form, a material, columns, a language. -->
  <xsl:function name="fp:facts-of" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="fp:facts-in-words($element)"><dd>{.}</dd></xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:facts-in-words" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="empty" select="normalize-space($element) eq ''"/>
    <xsl:variable name="facts" as="xs:string*">
      <!-- A witness has its form after its shelfmark. -->
      <xsl:sequence select="
        $element/self::objectDesc[not(ancestor::witness)]/@form
        ! f:say-or('form.' || ., string(.))"/>
      <xsl:sequence select="
        $element/self::supportDesc[$empty or not(support)]/@material ! f:say-or('material.' || .,
        string(.))"/>
      <xsl:sequence select="$element/self::handNote/(@scope, @script, @medium) ! string(.)"/>
      <xsl:for-each select="$element/self::layout[$empty]/(@columns, @writtenLines, @ruledLines)">
        <xsl:sequence select="f:say-or('layout.' || name(), name()) || ': ' || ."/>
      </xsl:for-each>
      <xsl:sequence select="$element/self::textLang[$empty]/(@mainLang, @otherLangs)
        ! tokenize(.) ! f:language-name(.)"/>
      <xsl:sequence select="$element/self::language[$empty]/@ident ! f:language-name(.)"/>
      <xsl:sequence select="
        $element/self::locus[$empty]/string-join((@from, @to[. ne ../@from]), '–')[. ne '']"/>
      <xsl:sequence select="$element/(self::measure | self::extent)[$empty]
        /string-join((@quantity, @unit), ' ')[. ne '']"/>
      <xsl:for-each select="$element/self::catRef/tokenize(@target)">
        <xsl:variable name="category" select="key('id', replace(., '^.*#', ''),
          root($element))[1]"/>
        <xsl:sequence select="(
          f:words(($category/catDesc, $category)[1])[. ne ''], replace(., '^.*#', ''))[1]"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($facts[normalize-space(.) ne ''], ', ')[. ne '']"/>
  </xsl:function>
</xsl:stylesheet>
