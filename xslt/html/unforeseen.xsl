<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:xi="http://www.w3.org/2001/XInclude" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Unexpected content: an element without a template, or content that an element cannot contain
    (words between the rows of a table, within a page break). Its text is shown, with its name, and
    the build reports it. Nothing is dropped.
  -->

  <xsl:template match="*" priority="-10">
    <xsl:element name="{if (parent::div or parent::body) then 'div' else f:box(., 'span')}">
      <xsl:attribute name="class" select="'tei-unknown'"/>
      <xsl:attribute name="data-tei" select="name()"/>
      <xsl:for-each select="f:passage(.)"><xsl:attribute name="data-passage" select="(@xml:id,
        f:anchor(.))[1]"/></xsl:for-each>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!--
    The content of another file (XInclude) that could not be included: its fallback, or the name of
    the file. The check says what to do. Elements beside the fallback, which XInclude 1.0 (4.4)
    ignores, are shown too: other elements may point at them.
  -->
  <xsl:template match="xi:include[xi:fallback]" priority="1">
    <xsl:apply-templates select="xi:fallback/node(), * except xi:fallback"/>
  </xsl:template>

  <xsl:template match="xi:include">
    <xsl:variable name="address" select="@href ! f:address(string(.), ..)"/>
    <xsl:variable name="words" select="f:say('included', map{'file': string(@href)})"/>
    <xsl:element name="{if (parent::div or parent::body) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'included added'"/>
      <xsl:choose>
        <xsl:when test="exists($address)"><a href="{$address}">{$words}</a></xsl:when>
        <xsl:otherwise>{$words}</xsl:otherwise>
      </xsl:choose>
    </xsl:element>
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <!--
    Elements of other namespaces, such as a project's own, are shown as their content, without a
    mark; the editor gets the report. One with a heading is a division (frus:attachment).
  -->
  <xsl:template priority="-8" match="*[namespace-uri() ne 'http://www.tei-c.org/ns/1.0']
    [namespace-uri(..) ne namespace-uri()]">
    <xsl:if test="f:is-separate(.)"><span class="added">{f:separator(.)}</span></xsl:if>
    <xsl:variable name="block" select="
      head or parent::div or parent::body or parent::text or fp:holds-block(.)"/>
    <xsl:element name="{if (head) then 'section' else if ($block) then 'div' else 'span'}">
      <xsl:attribute name="class" select="if (head) then 'division' else 'foreign-element'"/>
      <xsl:attribute name="data-tei" select="name()"/>
      <xsl:for-each select="f:passage(.)">
        <xsl:attribute name="data-passage" select="(@xml:id, f:anchor(.))[1]"/>
      </xsl:for-each>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[namespace-uri() ne 'http://www.tei-c.org/ns/1.0']
    /head[not(preceding-sibling::head)]">
    <h3>
      <xsl:sequence select="f:look(.), f:identity(.)"/>
      <xsl:apply-templates/>
    </h3>
  </xsl:template>

  <!-- Of another vocabulary, such as SVG, the outermost element is named; its content is words. -->
  <xsl:template match="*[namespace-uri() ne 'http://www.tei-c.org/ns/1.0'][namespace-uri(..) eq
    namespace-uri()]" priority="-9">
    <xsl:if test="f:is-separate(.)"><span class="added">{f:separator(.)}</span></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!--
    Words, or elements, where the grammar of TEI allows none: the templates for these elements do
    not process them.
  -->
  <xsl:template priority="15" match="
      list[fp:has-words(.)] | table[fp:has-words(.)] | choice[fp:has-words(.)]
      | app[not(f:is-located(.))][exists(f:unforeseen-in-app(.))] | listApp[fp:has-words(.)]
    | listApp[* except (app | listApp | head | desc | note | p | ab)]">
    <xsl:element name="{if (f:is-block(.)) then 'div' else f:box(., 'span')}">
      <xsl:attribute name="class" select="'tei-unknown'"/>
      <xsl:attribute name="data-tei" select="name()"/>
      <xsl:for-each select="f:passage(.)"><xsl:attribute name="data-passage" select="(@xml:id,
        f:anchor(.))[1]"/></xsl:for-each>
      <!-- An entry's own address is that of the list. -->
      <xsl:for-each select="self::app[f:is-listed-app(.)]"><xsl:attribute name="id" select="'ref-'
        || f:app-anchor(.)"/></xsl:for-each>
      <xsl:sequence select="self::*[not(self::app)] ! f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!--
    What an entry of the apparatus, or a group of its readings, cannot hold by the grammar of TEI:
    words, a list of literature.
    An entry that names its place shows it in the list (editorial/apparatus.xsl), any other in the
    text.
  -->
  <xsl:function name="f:unforeseen-in-app" as="node()*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="($app | $app//rdgGrp[ancestor::app[1] is $app])
      /(text()[normalize-space() ne ''] | (* except (lem | rdg | rdgGrp | note | wit | witDetail)))
      "/>
  </xsl:function>

  <xsl:template priority="15" match="(anchor | cb | gb | lb | milestone | pb | ptr
    | space)[node()]">
    <xsl:next-match/>
    <span class="tei-unknown" data-tei="{name()}"><xsl:apply-templates/></span>
  </xsl:template>

  <!--
    A row contains cells. Other content gets a cell of its own; a page break goes into the cell
    after it.
  -->
  <xsl:template priority="15" match="row[fp:has-words(.) or (* except (cell
    | pb[following-sibling::*[1][self::cell]]))]">
    <tr>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="node() except pb[following-sibling::*[1][self::cell]]">
        <xsl:choose>
          <xsl:when test="self::cell"><xsl:apply-templates select="."/></xsl:when>
          <xsl:when test="self::* or normalize-space() ne ''">
            <td class="tei-unknown" data-tei="{(name()[. ne ''], 'row')[1]}"><xsl:apply-templates
              select="."/></td>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <xsl:function name="fp:has-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/text()[normalize-space() ne ''])"/>
  </xsl:function>

  <!--
    The build's report to the editor: each name once, how often it is in the text, and the first
    passage with it.
  -->
  <xsl:function name="f:unforeseen" as="array(*)">
    <xsl:param name="rendered" as="node()*"/>
    <xsl:variable name="reports" as="map(*)*">
      <xsl:for-each-group select="$rendered/descendant-or-self::*[@data-tei]"
        group-by="string(@data-tei)">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:sequence select="map{'element': current-grouping-key(),
          'count': count(current-group()), 'passage': string(@data-passage)}"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="array{$reports}"/>
  </xsl:function>
</xsl:stylesheet>
