<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The writing of a text (Guidelines 12): hands, revisions and their signs, drawings and stamps on
    the leaf. The editors' decisions: editorial.xsl.
  -->

  <!--
    Words that a sign or a later hand has changed: mod, restore, retrace; and marks on a leaf beside
    its text.
  -->
  <xsl:template match="mod | restore | retrace | metamark | stamp | seal | secl | watermark
    | catchwords">
    <xsl:element name="{f:box(., 'span')}">
      <xsl:attribute name="class" select="f:class(., local-name())"/>
      <xsl:for-each select="(@function, @type, @cause)[1]"><xsl:attribute name="title"
        select="."/></xsl:for-each>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="seal/p | stamp/p" priority="1">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Another hand, or another ink, from here on; with its name if the header describes it. -->
  <xsl:template match="handShift">
    <xsl:variable name="hand" select="@new[starts-with(., '#')] ! key('id', substring(., 2),
      root(.))[1] ! normalize-space(.)[. ne '']"/>
    <xsl:variable name="details" select="string-join(($hand, @scribe, @script, @medium), ', ')"/>
    <xsl:variable name="adjoins"
      select="matches(following-sibling::node()[1]/self::text(), '^\S')"/>
    <span class="hand-shift">
      <xsl:sequence select="f:identity(.)"/>
      <span class="added">{f:say('hand-shift')}<xsl:if
        test="$details ne ''">: {$details}</xsl:if>{']' || ' '[$adjoins]}</span>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!--
    An addition, deletion or damage that crosses other elements: stated at its beginning, and at the
    anchor of its end.
  -->
  <xsl:key name="fp:spans-to" match="addSpan[@spanTo] | delSpan[@spanTo] | damageSpan[@spanTo]"
    use="substring-after(@spanTo, '#')"/>

  <xsl:template match="addSpan | delSpan | damageSpan">
    <span class="{local-name()}">
      <xsl:sequence select="f:identity(.)"/>
      <span class="added">{f:say('span.' || local-name())}</span>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="anchor[@xml:id][key('fp:spans-to', @xml:id)]" priority="1">
    <span>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="key('fp:spans-to', @xml:id)"><span class="added">{f:say('span.'
        || local-name() || '.end')}</span></xsl:for-each>
    </span>
  </xsl:template>

  <!-- Signs that undo a change, repeat it, or change an order: they point to their targets. -->
  <xsl:template match="undo | redo | transpose">
    <span class="{local-name()}">
      <xsl:sequence select="f:identity(.)"/>
      <span class="added">{f:say('sign.' || local-name())}</span>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="listTranspose | substJoin">
    <xsl:sequence select="f:place(.)"/>
    <xsl:apply-templates/>
  </xsl:template>

  <!--
    Editors' statements about the markup itself, for programs, are not shown in the line; those with
    words are.
  -->
  <xsl:template match="certainty | precision | link | linkGrp | join | joinGrp | alt | altGrp
    | interp | interpGrp | span | spanGrp | index | respons | annotation | listAnnotation | timeline
    | when">
    <xsl:choose>
      <xsl:when test="normalize-space() eq ''"><xsl:sequence select="f:place(.)"/></xsl:when>
      <xsl:otherwise>
        <span class="note-inline {local-name()}">
          <xsl:sequence select="f:identity(.)"/>
          <xsl:apply-templates/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
