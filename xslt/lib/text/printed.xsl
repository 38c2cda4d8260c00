<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Structured descriptions of printed works, part by part in the order of a reference: for pages
    and texts alike.
  -->

  <!--
    Each part is a span; titles within it are cite or q. `own`: the print of the document itself,
    whose title is the page's heading and not repeated.
  -->
  <xsl:function name="f:printed-parts" as="element()*">
    <xsl:param name="print" as="element(biblStruct)"/>
    <xsl:param name="own" as="xs:boolean"/>
    <xsl:variable name="imprint" select="$print/monogr/imprint"/>
    <xsl:variable name="scopes" select="$imprint/biblScope | $print/monogr/biblScope"/>
    <xsl:variable name="published" select="string-join((
    string-join(($imprint/pubPlace, $imprint/publisher) ! f:words(.)[. ne ''], ': ')[. ne ''],
    $imprint/date ! f:date-text(.)), ', ')"/>
    <xsl:if test="not($own)">
      <xsl:sequence select="fp:part(fp:people($print/analytic/author)), fp:article($print)"/>
    </xsl:if>
    <xsl:sequence select="fp:part(fp:people($print/monogr/author))"/>
    <xsl:variable name="volume" select="$scopes[fp:unit(.) = 'volume']"/>
    <xsl:variable name="subtitles" select="$print/monogr/title[@type = 'sub']
      [preceding-sibling::title]"/>
    <xsl:variable name="titles" select="$print/monogr/title except $subtitles"/>
    <xsl:variable name="journal" as="xs:boolean" select="$titles/@level = 'j'"/>
    <xsl:variable name="issue" select="$scopes[fp:unit(.) = 'issue']"/>
    <xsl:variable name="number" as="xs:string?" select="
      string-join((($volume ! (' ' || f:words(.))), $issue ! (' '
      || f:say('citation.issue', map{'n': f:words(.)}))), ',')[. ne '']"/>
    <!--
      The volume of a series comes before its title, that of a journal after it. A series with a
      number of its own, of which the book is not a volume, comes after the title.
    -->
    <xsl:variable name="numbered" select="$print/series[biblScope][empty($volume)]"/>
    <xsl:for-each select="
      $print/(series except $numbered)/title, $print/(series except $numbered)/biblScope,
      if ($journal) then $titles else ($volume, $titles),
      $numbered/(title | biblScope)">
      <xsl:choose>
        <xsl:when test="self::title">
          <span><cite>{string-join((., $subtitles[current() is $titles[last()]]) ! f:words(.),
            ': ')}</cite>{
            $number[$journal][current() is $titles[last()]]}</span>
        </xsl:when>
        <xsl:otherwise><span>{f:words(.)}</span></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:sequence select="
      fp:part(fp:people($print/(analytic | monogr | series)/editor)
      ! f:say('bibliography.edited', map{'names': .}))"/>
    <xsl:sequence select="fp:part($print/monogr/edition ! f:words(.))"/>
    <xsl:sequence select="fp:part($published[. ne ''] ! ('(' || . || ')'))"/>
    <xsl:sequence select="
      ($scopes except ($volume, $issue[$journal])) ! fp:part(f:words(.))"/>
    <xsl:sequence select="($print/monogr/(extent | meeting), $print/(citedRange | edition),
      $print/analytic/(respStmt | textLang), $print/monogr/(respStmt | textLang))
      ! fp:part(f:words(.))"/>
  </xsl:function>

  <!--
    The words of a scope that has its numbers as attributes: "pp. 3–9"; with a comma after the field
    right before it.
  -->
  <xsl:function name="f:scope-words" as="xs:string">
    <xsl:param name="scope" as="element(biblScope)"/>
    <xsl:variable name="n" select="
      string-join(distinct-values(($scope/@from, $scope/@to)), '–')[. ne '']"/>
    <xsl:variable name="number" select="string(($n, $scope/@n)[1])"/>
    <xsl:variable name="unit" select="fp:unit($scope)"/>
    <xsl:variable name="comma" select="
      if (exists($scope/preceding-sibling::node()[1]/self::*)) then ', ' else ''"/>
    <xsl:sequence select="$comma || (
      if ($unit = ('page', 'pages', 'pp')) then f:say(if (contains($number, '–'))
        then 'citation.pages' else 'citation.page', map{'n': $number})
      else if ($unit = ('volume', 'issue'))
        then f:say('citation.' || $unit, map{'n': $number})
      else $number)"/>
  </xsl:function>

  <!-- What a biblScope counts; older TEI says it by @type, often abbreviated. -->
  <xsl:function name="fp:unit" as="xs:string">
    <xsl:param name="scope" as="element(biblScope)"/>
    <xsl:variable name="unit" select="lower-case(string(($scope/@unit, $scope/@type)[1]))"/>
    <xsl:sequence select="
      if (matches($unit, '^vol')) then 'volume'
      else if (matches($unit, '^(iss|num|nr|no\.?$)')) then 'issue' else $unit"/>
  </xsl:function>

  <!-- What comes between words and a remark after them: no second full stop. -->
  <xsl:function name="f:before-remark" as="xs:string">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="if (matches($words, '[.!?]\s*$')) then ' ' else '. '"/>
  </xsl:function>

  <xsl:function name="fp:article" as="element()*">
    <xsl:param name="print" as="element(biblStruct)"/>
    <xsl:for-each select="$print/analytic/title[normalize-space() ne '']">
      <span><q>{f:words(.)}</q></span>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:people" as="xs:string?">
    <xsl:param name="people" as="element()*"/>
    <xsl:sequence select="string-join($people ! f:words(.)[. ne ''], '; ')[. ne '']"/>
  </xsl:function>

  <!--
    Whether f:printed supports everything in a description. Another one is shown element by element,
    in its order, so that nothing is lost.
  -->
  <xsl:function name="f:is-regular" as="xs:boolean">
    <xsl:param name="print" as="element(biblStruct)"/>
    <xsl:sequence select="
      empty(($print, $print/(analytic | monogr | series), $print/monogr/imprint)
        /text()[normalize-space(.) ne ''])
      and (every $part in $print/(. | analytic | monogr | series | monogr/imprint)/*
        satisfies map:contains($fp:regular, local-name($part/..) || '/' || local-name($part)))
      and empty($print/descendant::note[not(
        parent::biblStruct or parent::monogr or parent::analytic or parent::imprint)])"/>
  </xsl:function>

  <xsl:variable name="fp:regular" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    biblStruct/analytic biblStruct/monogr biblStruct/series biblStruct/note biblStruct/idno
    biblStruct/ref biblStruct/ptr biblStruct/citedRange analytic/author analytic/title
    analytic/editor analytic/respStmt analytic/textLang analytic/idno analytic/ref analytic/ptr
    analytic/note monogr/author monogr/title monogr/editor monogr/edition monogr/extent
    monogr/meeting monogr/imprint monogr/biblScope monogr/idno monogr/note monogr/textLang
    monogr/respStmt monogr/ref monogr/ptr imprint/pubPlace imprint/publisher imprint/date
    imprint/biblScope imprint/note series/title series/biblScope series/editor series/idno
    ') ! map{.: true()})"/>

  <xsl:function name="fp:part" as="element()*">
    <xsl:param name="texts" as="xs:string*"/>
    <xsl:for-each select="$texts[. ne '']"><span>{.}</span></xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
