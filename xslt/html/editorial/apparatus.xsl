<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    The apparatus as a list (Guidelines TC): lemma, readings, their witnesses, and the link back to
    the text. Two methods are supported: parallel segmentation, where the readings are in the text
    (TC.2.3), and the location-referenced method, where a list of entries names the passages
    (TC.2.1). The running text of both: readings.xsl. Missing readings: attribution.xsl.
  -->

  <xsl:mode name="m:apparatus" on-no-match="shallow-skip"/>

  <xsl:variable name="f:apparatus" as="element(app)*" select="
    if (empty(/*/descendant::app)) then () else (f:texts(/) | /*/descendant::standOff)//app"/>
  <xsl:variable name="fp:entries" as="map(xs:integer, xs:integer)" select="
    map:merge(for $place in 1 to count($f:apparatus)
    return map{f:node-number($f:apparatus[$place]): $place})"/>

  <!-- Entries of the header, and of what is shown beside a text, are not in the list. -->
  <xsl:function name="f:is-listed-app" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="map:contains($fp:entries, f:node-number($app))"/>
  </xsl:function>

  <xsl:function name="f:app-anchor" as="xs:string">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="(f:anchor($app), 'app-' || $fp:entries(f:node-number($app)))[1]"/>
  </xsl:function>

  <xsl:template mode="m:apparatus" match="app">
    <xsl:variable name="anchor" select="f:app-anchor(.)"/>
    <xsl:variable name="base" select="f:base(.)"/>
    <xsl:variable name="lemma" select="
      normalize-space(if (exists($base)) then fp:lemma-words($base) else fp:located-words(.))"/>
    <xsl:variable name="place" select="f:location(.)"/>
    <xsl:variable name="back" select="
      if (f:is-located(.)) then $place ! f:passage(.) ! f:anchor(.) else 'ref-' || $anchor"/>
    <xsl:variable name="others" select="(rdg | rdgGrp | lem) except $base"/>
    <li id="{$anchor}">
      <xsl:for-each select="$back">
        <a class="note-back added" href="#{.}" role="doc-backlink"
          aria-label="{f:say('apparatus.back')}">↩</a>
      </xsl:for-each>
      <xsl:for-each select="(@loc ! string(.), fp:line-reference(.))[1]">
        <span class="loc added">{.}&#160;</span>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="$lemma eq '' and exists($base)">
          <span class="omitted added">{f:absence($base)}</span>
        </xsl:when>
        <!-- The lemma of this kind of entry is nowhere else. -->
        <xsl:when test="f:is-located(.) and exists($base)">
          <span class="lemma"><xsl:apply-templates mode="m:text" select="$base/node()"/></span>
        </xsl:when>
        <xsl:when test="$lemma ne ''">
          <span class="lemma added">{fp:short-lemma($lemma)}</span>
          <xsl:for-each select="fp:occurrence(.)"><sup
            class="added">{.}</sup></xsl:for-each>
        </xsl:when>
      </xsl:choose>
      <xsl:sequence select="f:sigla($base), f:attribution($base)"/>
      <xsl:apply-templates mode="m:apparatus" select="$base/following-sibling::*[1]/self::wit"/>
      <xsl:if test="exists($others) or $lemma ne '' and exists(note)"><span
        class="added"> ] </span></xsl:if>
      <xsl:for-each select="$others">
        <xsl:if test="position() gt 1"><span class="added">; </span></xsl:if>
        <xsl:apply-templates mode="m:apparatus" select="."/>
        <xsl:apply-templates mode="m:apparatus" select="following-sibling::*[1]/self::wit"/>
      </xsl:for-each>
      <xsl:apply-templates mode="m:apparatus" select="note | witDetail"/>
      <xsl:for-each select=".[f:is-located(.)] ! f:unforeseen-in-app(.)">
        <div class="tei-unknown" data-tei="{(name()[. ne ''], 'app')[1]}">
          <xsl:attribute name="data-passage" select="(f:passage(.)/@xml:id, $anchor)[1]"/>
          <xsl:apply-templates mode="m:text" select="."/>
        </div>
      </xsl:for-each>
    </li>
  </xsl:template>

  <xsl:template mode="m:apparatus" match="rdgGrp">
    <xsl:variable name="kind" select="(@type, @cause)[1]"/>
    <span class="rdg-group">
      <span class="added">(<xsl:for-each select="$kind">{f:say-or('apparatus.' || .,
        string(.))}: </xsl:for-each></span>
      <!-- The first of them may be the lemma, if the editors preferred none. -->
      <xsl:for-each select="(rdg | rdgGrp | lem) except f:base(ancestor::app[1])">
        <xsl:if test="position() gt 1"><span class="added">; </span></xsl:if>
        <xsl:apply-templates mode="m:apparatus" select="."/>
        <xsl:apply-templates mode="m:apparatus" select="following-sibling::*[1]/self::wit"/>
      </xsl:for-each>
      <xsl:apply-templates mode="m:apparatus" select="note | witDetail"/>
      <span class="added">)</span>
    </span>
  </xsl:template>

  <xsl:template mode="m:apparatus" match="rdg | lem">
    <span class="rdg">
      <xsl:choose>
        <xsl:when test="normalize-space() eq ''">
          <xsl:apply-templates mode="m:text" select="note"/>
          <span class="omitted added">{f:absence(.)}</span>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="m:text"/></xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:sequence select="f:sigla(.), f:attribution(.)"/>
  </xsl:template>

  <xsl:template mode="m:apparatus"
    match="note | witDetail | wit | rdgGrp/text()[normalize-space() ne '']">
    <span class="app-note">
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="m:text" select="if (self::*) then node() else ."/>
      <xsl:sequence select="f:sigla(self::witDetail)"/>
    </span>
  </xsl:template>

  <!--
    The words of a lemma, without the other readings and the notes of entries within it. Of a choice
    or a substitution the words are those that the editor means.
  -->
  <xsl:function name="fp:lemma-words" as="xs:string">
    <xsl:param name="base" as="element()"/>
    <xsl:sequence select="
      if (empty($base/descendant::*)) then string($base)
      else string-join($base/descendant::text()[empty(ancestor::*[. >> $base]
        [self::note or self::rdg[not(. is f:base(ancestor::app[1]))] or fp:is-replaced(.)])])"/>
  </xsl:function>

  <xsl:function name="fp:is-replaced" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="parent" select="$element/.."/>
    <xsl:sequence select="
      exists($element[parent::choice][not(. is ($parent/(corr, reg, expan, ex), $parent/*)[1])])
      or exists($element[self::del][parent::subst/add])"/>
  </xsl:function>

  <!-- The words of an entry without a lemma: those of its place, or between its two ends. -->
  <xsl:function name="fp:located-words" as="xs:string?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="from" select="f:pointed-at($app, $app/@from)"/>
    <xsl:variable name="to" select="f:pointed-at($app, $app/@to)"/>
    <xsl:sequence select="
      if ($from and $to)
      then string-join(f:texts(root($app))/descendant::text()[. >> $from]
        [. &lt;&lt; $to or ancestor::*[. is $to]][empty(ancestor::note | ancestor::app)])
      else string-join($from/descendant::text()[empty(ancestor::note[ancestor::*[. is $from]])])"/>
  </xsl:function>

  <!-- A long lemma is shortened to its first and last words, as usual in apparatuses. -->
  <xsl:function name="fp:short-lemma" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="each" select="tokenize($words, ' ')"/>
    <xsl:sequence select="
      if (count($each) le 10) then $words
      else string-join($each[position() le 3], ' ') || ' … '
        || string-join($each[position() gt last() - 3], ' ')"/>
  </xsl:function>

  <!-- The line or the passage of an entry, with the source's number. -->
  <xsl:function name="fp:line-reference" as="xs:string?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="place" select="(f:location($app), $app[not(f:is-located(.))])[1]"/>
    <xsl:variable name="block" select="
      $place/ancestor-or-self::*[self::l or self::p or self::ab or self::seg
      or self::line][@n][1]"/>
    <xsl:variable name="line" select="
      $place/preceding-sibling::lb[1]/@n
      | $place/ancestor::*[parent::p or parent::ab]/preceding-sibling::lb[1]/@n"/>
    <xsl:sequence select="($line[last()], $block/@n)[1] ! string(.)"/>
  </xsl:function>

  <!--
    Which of several entries with the same words in one passage: the², as usual in apparatuses.
  -->
  <xsl:function name="fp:occurrence" as="xs:integer?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="$fp:occurrences(f:node-number($app))"/>
  </xsl:function>

  <!-- By the number of an entry its rank among those with the same words, if there are several. -->
  <xsl:variable name="fp:occurrences" as="map(xs:integer, xs:integer)">
    <xsl:map>
      <xsl:for-each-group select="$f:apparatus[not(f:is-located(.))]"
        group-by="f:node-number(..) || ' ' || normalize-space(string(f:base(.)))">
        <xsl:if test="count(current-group()) gt 1">
          <xsl:for-each select="current-group()">
            <xsl:map-entry key="f:node-number(.)" select="position()"/>
          </xsl:for-each>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
</xsl:stylesheet>
