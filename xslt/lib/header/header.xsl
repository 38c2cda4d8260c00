<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:h="urn:siglum:header" xmlns:hp="urn:siglum:header:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="publication.xsl"/>

  <!--
    The facts of a teiHeader, read in one place: titles, people, dates, places, identifiers,
    licence. Pages (html/header/header.xsl), indexes (data/header.xsl) and metadata call these
    functions and read no teiHeader themselves. Elements are returned if a caller needs their
    attributes, strings if it needs words; missing facts are the empty sequence.
  -->

  <!-- Words on one line; an element without words counts as missing. -->
  <xsl:function name="h:line" as="xs:string?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="f:words($nodes[1])[. ne '']"/>
  </xsl:function>

  <!-- Titles -->

  <!--
    The title of the text itself. Of several titles the level and type decide (Guidelines,
    titleStmt): an article's or letter's (a) before that of the book or the series around it, `main`
    before others; parts and by-forms of a title do not count.
  -->
  <xsl:function name="h:title" as="element(title)?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="titles" as="element(title)*"
      select="$header/fileDesc/titleStmt/title[normalize-space() ne '']"/>
    <xsl:variable name="own" as="element(title)*" select="
      $titles[not(@level = 's')][not(tokenize(lower-case(@type)) = $hp:not-own)]"/>
    <xsl:variable name="single" as="element(title)*"
      select="($own[@level = ('a', 'u')], $own[lower-case(@type) = ('content', 'letter')])"/>
    <xsl:variable name="candidates" as="element(title)*" select="
      if (exists($single)) then $single else if (exists($own)) then $own else $titles"/>
    <xsl:variable name="language" select="$header/../@xml:lang"/>
    <xsl:variable name="main" as="element(title)*"
      select="$candidates[lower-case(@type) = ('main', 'content', 'full')]"/>
    <xsl:sequence select="(
      $main[@xml:lang = $language], $main,
      $candidates[not(@type)][@xml:lang = $language], $candidates[not(@type)], $candidates)[1]"/>
  </xsl:function>

  <xsl:variable name="hp:not-own" as="xs:string*" select="tokenize('
    sub subordinate subtitle series subseries volume volumenumber volumetitle short alt alternative
    parallel filing gmd uniform part edition project collection main-series sorttitle num iso-date folder
    citation_line_1 citation_line_2 marc245a marc245b marc245c marc246')"/>

  <xsl:function name="h:subtitle" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="h:line(
      $header/fileDesc/titleStmt/title[lower-case(@type) = ('sub', 'subordinate', 'subtitle')])"/>
  </xsl:function>

  <!-- Titles that are neither the text's own nor its subtitle: of the series, the volume. -->
  <xsl:function name="h:other-titles" as="element(title)*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="
      $header/fileDesc/titleStmt/title[normalize-space() ne '']
      except (h:title($header), $header/fileDesc/titleStmt/title[@type = 'sub'][1])"/>
  </xsl:function>

  <!-- The number that the printed volume gives the document. -->
  <xsl:function name="h:number" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="h:line($header/../text/body/div[@type = 'document'][1]/@n)"/>
  </xsl:function>

  <!-- The pages of the text in the printed volume: "44–47". -->
  <xsl:function name="h:page-scope" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="own" select="$header/fileDesc/seriesStmt/biblScope[@unit = 'page']"/>
    <xsl:variable name="print" select="
      $header/fileDesc/sourceDesc/(bibl | biblStruct
        | biblFull)/descendant::biblScope[@unit = 'page']"/>
    <xsl:variable name="scope" select="($own, $print)[1]"/>
    <xsl:sequence select="
      (string-join(distinct-values(($scope/@from, $scope/@to) ! normalize-space()), '–')[. ne ''],
      $scope ! replace(normalize-space(.), '^(pages?|pp?\.?|S\.)\s+', '', 'i')[. ne ''])[1]"/>
  </xsl:function>

  <!--
    The kind of text, by keywords of a scheme of genres: "Memorandum of Conversation". Other
    keywords are its subjects.
  -->
  <xsl:function name="h:genre" as="node()?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="terms"
      select="$header/profileDesc/textClass/keywords/term[normalize-space() ne '']"/>
    <xsl:sequence select="(
      $terms[matches(@type, $hp:of-genre, 'i')],
        $terms[matches(../@scheme, $hp:of-genre, 'i')])[1]"/>
  </xsl:function>

  <xsl:variable name="hp:of-genre" as="xs:string" select="
      'genre|gattung|textsorte|(document|text|letter|content|resource)[-_ ]?(type|form|kind)'"/>

  <!-- BCP 47; the language of the text first. -->
  <xsl:function name="h:languages" as="xs:string*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="distinct-values(
      ($header/../text/@xml:lang, $header/../@xml:lang,
      $header/profileDesc/langUsage/language/@ident)[. castable as xs:language] ! string(.))"/>
  </xsl:function>

  <!-- People -->

  <!-- The elements with a name: those within, else the element itself. -->
  <xsl:function name="h:names" as="element()*">
    <xsl:param name="holder" as="element()"/>
    <xsl:variable name="names" select="$holder/(persName | orgName | name | rs)"/>
    <xsl:sequence select="($names, $holder[empty($names)])[h:is-someone(.)]"/>
  </xsl:function>

  <!--
    One name for each person: names in several languages, as many in each, are those of the same
    persons; the document's own language is preferred. Different references are different persons.
  -->
  <xsl:function name="h:persons" as="element()*">
    <xsl:param name="names" as="element()*"/>
    <xsl:variable name="languages" select="distinct-values($names/@xml:lang)"/>
    <xsl:variable name="each" select="count($names) div max((1, count($languages)))"/>
    <xsl:variable name="repeated" as="xs:boolean" select="
      count($languages) gt 1 and count($names/@xml:lang) eq count($names)
      and count(distinct-values($names/(@ref, @key)[1])) le $each
      and (every $one in $languages satisfies count($names[@xml:lang eq $one]) eq $each)"/>
    <xsl:variable name="own" select="($names[1]/ancestor::TEI[1]/@xml:lang[. = $languages],
      $languages)[1]"/>
    <xsl:sequence select="if ($repeated) then $names[@xml:lang eq $own] else $names"/>
  </xsl:function>

  <!-- Whether an element names anybody. -->
  <xsl:function name="h:is-someone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(
      lower-case(normalize-space($element)) = ('', 'unknown', 'anonymous', 'n.n.', '[unknown]'))"/>
  </xsl:function>

  <xsl:function name="h:authors" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="$header/fileDesc/titleStmt/author ! h:persons(h:names(.))"/>
  </xsl:function>

  <!-- Editors of the digital edition: without those with another role. -->
  <xsl:function name="h:editors" as="element(editor)*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="
      $header/fileDesc/(titleStmt | seriesStmt)/editor[normalize-space() ne '']"/>
  </xsl:function>

  <!-- The actions on a letter: sent, received, transmitted, redirected, forwarded. -->
  <xsl:function name="h:correspondence" as="element(correspAction)*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="type" as="xs:string"/>
    <!-- A file with several of them is a list of letters, and not a letter itself. -->
    <xsl:sequence select="
      $header/profileDesc[empty(correspDesc[2])]/correspDesc/correspAction
      [lower-case(@type) = $type]"/>
  </xsl:function>

  <xsl:function name="h:parties" as="element()*">
    <xsl:param name="actions" as="element(correspAction)*"/>
    <xsl:sequence select="$actions/(persName | orgName | name | rs)[normalize-space() ne '']"/>
  </xsl:function>

  <!-- Times and places -->

  <!--
    The date of writing, from the first place of the header that states it. A manuscript that is
    older or younger than the letter is a copy or was only stored: then the letter's own date
    counts.
  -->
  <xsl:function name="h:date" as="element()?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="sent" as="element()*" select="h:correspondence($header, 'sent')/date"/>
    <xsl:variable name="copy" as="element()*"
      select="$header/fileDesc/sourceDesc/(descendant::origDate, descendant::origin/date)"/>
    <xsl:variable name="other" as="xs:boolean" select="
      exists($sent[f:is-dated(.)]) and exists($copy[f:is-dated(.)])
      and not($sent ! f:earliest(.) = $copy ! f:earliest(.))"/>
    <xsl:variable name="stated" as="element()*" select="
      $header/profileDesc/creation/date, $header/profileDesc/creation/origDate,
      if ($other) then ($sent, $copy) else ($copy, $sent)"/>
    <xsl:sequence select="($stated[f:is-dated(.)], $stated[normalize-space() ne ''])[1]"/>
  </xsl:function>

  <xsl:function name="h:place" as="element()?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="sent" as="element()*"
      select="h:correspondence($header, 'sent')/(placeName | settlement)[normalize-space() ne '']"/>
    <xsl:variable name="copy" as="element()*"
      select="$header/fileDesc/sourceDesc/descendant::origPlace[normalize-space() ne '']"/>
    <xsl:variable name="created" as="element()*"
      select="$header/profileDesc/creation/(placeName | settlement)[normalize-space() ne '']"/>
    <xsl:sequence select="(
      if (exists($sent) and not($sent ! f:words(.) = $copy ! f:words(.)))
      then ($created, $sent, $copy) else ($copy, $created, $sent))[1]"/>
  </xsl:function>

  <!-- The dated changes, the latest first, in whichever order the editor lists them. -->
  <xsl:function name="h:changes" as="element(change)*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:perform-sort select="$header/revisionDesc/descendant::change[matches(@when, '^\d{4}')]">
      <xsl:sort select="@when" order="descending"/>
    </xsl:perform-sort>
  </xsl:function>

  <!-- The change that the page shows: the latest, of several on one day the first in the file. -->
  <xsl:function name="h:latest-change" as="element(change)?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="last" select="max($header/revisionDesc/change/@when ! string(.))"/>
    <xsl:variable name="changes" select="$header/revisionDesc/change"/>
    <xsl:sequence select="($changes[@when = $last], $changes)[1]"/>
  </xsl:function>
</xsl:stylesheet>
