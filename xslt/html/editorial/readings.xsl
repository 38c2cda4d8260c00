<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The apparatus in the running text: the lemma, the readings of other witnesses beside it, which
    the style sheet hides until the reader chooses a witness, and a mark that leads to the entry in
    the list (apparatus.xsl). Everything except the lemma is an addition to the text, with the class
    for additions.
  -->

  <!--
    The text of the edition at an entry: the lemma, or the first reading if the editors preferred
    none.
  -->
  <xsl:function name="f:base" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="if (f:is-located($app)) then $app/lem[1] else ($app/lem,
      $app/rdgGrp/lem, ($app//rdg)[1])[1]"/>
  </xsl:function>

  <!-- Whether an entry names its place in the text instead of being there. -->
  <xsl:function name="f:is-located" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="exists($app/(@from | @loc | ancestor::listApp))"/>
  </xsl:function>

  <!--
    Where the mark of the entry is: at its end (to), else at the one place it names (from),
    else at the passage that has its loc
    for a number or an identifier. Empty where the text has no such place; a list of entries is
    none.
  -->
  <xsl:function name="f:location" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="(f:pointed-at($app, $app/@to), f:pointed-at($app, $app/@from),
      fp:named-by-loc($app))[1][ancestor::text][empty(ancestor::listApp)]"/>
  </xsl:function>

  <xsl:function name="f:pointed-at" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="$pointer[starts-with(., '#')] ! key('id', substring(., 2),
      root($app))[1]"/>
  </xsl:function>

  <xsl:function name="fp:named-by-loc" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="loc" select="string($app/@loc)"/>
    <xsl:variable name="text" select="f:texts(root($app))"/>
    <xsl:sequence select="
      $app[@loc][empty(@from)] ! (key('id', ($loc, f:document-id($app) || '-' || $loc), root($app)),
      $text//(p | ab | l | seg)[@n = $loc][empty(ancestor::listApp)])[1]"/>
  </xsl:function>

  <!--
    The element of the running text with the words of an entry, which other witnesses replace; empty
    if they are not exactly one element.
  -->
  <xsl:function name="f:base-in-text" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="
      if (not(f:is-located($app))) then f:base($app)
      else f:location($app)[empty($app/@to) or $app/@to =
      $app/@from][not(f:is-block(.))][normalize-space() ne '']"/>
  </xsl:function>

  <xsl:template match="app">
    <xsl:variable name="base" select="f:base(.)"/>
    <xsl:variable name="words" as="node()*">
      <xsl:apply-templates select="$base/node()"/>
    </xsl:variable>
    <xsl:sequence select="fp:with-readings(., $words, $base),
      .[f:is-listed-app(.)] ! fp:mark(.)"/>
  </xsl:template>

  <!-- An entry that names its place is not shown where it is in the file. -->
  <xsl:template match="app[f:is-located(.)]" priority="1"/>
  <xsl:template match="listApp" priority="1">
    <xsl:sequence select="f:place(.)"/>
  </xsl:template>
  <xsl:template match="listApp[head | desc | note | p | ab | listApp]" priority="2">
    <div class="named-list listApp">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!--
    Most documents have no such entry: the pattern that uses the key for every element begins with
    this.
  -->
  <xsl:variable name="fp:some-located" as="xs:boolean" select="$f:has-detached-notes
    or exists($f:apparatus[f:is-located(.)])"/>
  <xsl:key name="located" match="app[f:is-located(.)][f:is-listed-app(.)]"
    use="f:location(.) ! f:node-number(.)"/>

  <!--
    At the place that an entry names: the readings around the words, if they are one element; the
    mark at their end. The same applies to the number of a note.
  -->
  <xsl:template match="*[$fp:some-located][@xml:id or @n][not(self::ref
    or self::ptr)][key('located', f:node-number(.)) or map:contains($f:notes-at, f:node-number(.))]"
    priority="20">
    <xsl:variable name="element" select="."/>
    <xsl:variable name="entries" select="key('located', f:node-number(.))"/>
    <xsl:variable name="made" as="node()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:variable name="marks" select="$entries ! fp:mark(.), $f:notes-at(f:node-number(.))
      ! f:note-reference(.)"/>
    <xsl:choose>
      <xsl:when test="f:is-block(.) and exists($made[last()]/self::*)">
        <xsl:sequence select="$made[position() lt last()]"/>
        <xsl:copy select="$made[last()]">
          <xsl:sequence select="@*, node(), $marks"/>
        </xsl:copy>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="replaced" select="$entries[f:base-in-text(.) is $element][1]"/>
        <xsl:sequence select="if ($replaced) then fp:with-readings($replaced, $made, ()) else $made,
          $marks"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:with-readings" as="element()">
    <xsl:param name="app" as="element(app)"/>
    <xsl:param name="words" as="node()*"/>
    <xsl:param name="base" as="element()?"/>
    <xsl:element name="{if ($app/(lem | rdg)/*[f:is-block(.)]) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'app'"/>
      <xsl:for-each select="$app[f:is-listed-app(.)]">
        <xsl:attribute name="id" select="'ref-' || f:app-anchor(.)"/>
      </xsl:for-each>
      <xsl:variable name="others" select="($app//rdg except $base)[exists(f:witness-classes(.))]"/>
      <xsl:choose>
        <xsl:when test="empty($others)"><xsl:sequence select="$words"/></xsl:when>
        <xsl:otherwise>
          <xsl:element name="{if ($base/*[f:is-block(.)]) then 'div' else 'span'}">
            <xsl:attribute name="class" select="'lem'"/>
            <xsl:sequence select="$words"/>
          </xsl:element>
          <xsl:for-each select="$others">
            <xsl:variable name="reading" as="node()*">
              <xsl:apply-templates select="node()"/>
            </xsl:variable>
            <xsl:element name="{if (*[f:is-block(.)]) then 'div' else 'span'}">
              <xsl:attribute name="class" select="string-join(('rdg', f:witness-classes(.),
                'added'), ' ')"/>
              <!-- Separates the readings when the text is copied, or read aloud without styles. -->
              <span class="reading-mark"> [{string-join(f:siglum-words(.), ' ')}: </span>
              <xsl:choose>
                <xsl:when test="normalize-space() eq ''">
                  <span class="omitted">{fp:absence-mark(f:absence(.))}</span>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:apply-templates mode="m:without-addresses" select="$reading"/>
                </xsl:otherwise>
              </xsl:choose>
              <span class="reading-mark">]</span>
            </xsl:element>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:function>

  <xsl:function name="fp:mark" as="element()">
    <xsl:param name="app" as="element(app)"/>
    <a class="{string-join(('app-ref', f:witness-classes($app[empty(f:base-in-text(.))]//rdg),
      'added'), ' ')}" href="#{f:app-anchor($app)}" aria-label="{f:say('apparatus.entry')}">°</a>
  </xsl:function>

  <!-- The beginning, the end, or a gap of a witness's text. -->
  <xsl:template match="witStart | witEnd | lacunaStart | lacunaEnd">
    <span class="{local-name()} added">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:text> {f:say('witness.' || local-name())}</xsl:text>
      <xsl:sequence select="f:sigla(.[@wit])"/>
      <xsl:text> </xsl:text>
    </span>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A reading is on the page twice; its addresses are those in the list. -->
  <xsl:mode name="m:without-addresses" on-no-match="shallow-copy"/>
  <xsl:template mode="m:without-addresses" match="@id | *:a[contains-token(@class, 'permalink')]"/>
  <!-- In running text an omission has the usual sign of apparatuses. -->
  <xsl:function name="fp:absence-mark" as="xs:string">
    <xsl:param name="absence" as="xs:string"/>
    <xsl:sequence select="
      if ($absence eq f:say('absence.omitted')) then f:say('apparatus.omitted.mark')
      else if (starts-with($absence, '[')) then $absence else '[' || $absence || ']'"/>
  </xsl:function>
</xsl:stylesheet>
