<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Text in another notation than words: formulas, music, code, characters that Unicode does not
    have. A browser sets MathML; all others are shown as their characters.
  -->

  <xsl:template match="formula">
    <xsl:element name="{if (parent::div or parent::body or parent::figure) then 'div' else 'span'}">
      <xsl:attribute name="class" select="f:class(., 'formula')"/>
      <xsl:for-each select="@notation"><xsl:attribute name="data-notation"
        select="."/></xsl:for-each>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!--
    MathML: the elements and attributes of MathML Core, and those of MathML 3 that browsers treat as
    a row. No address, no style, no script.
  -->
  <xsl:variable name="fp:math" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom msub msup
    msubsup munder mover munderover mmultiscripts
    mprescripts none mtable mtr mtd menclose mfenced semantics annotation
    ') ! map{.: true()})"/>
  <xsl:variable name="fp:math-attributes" as="xs:string*" select="tokenize('
    display displaystyle scriptlevel mathvariant accent accentunder fence form separator stretchy
    symmetric largeop movablelimits linethickness
    lspace rspace width height depth columnspan rowspan dir open close separators')"/>

  <xsl:template match="mathml:*[map:contains($fp:math, local-name())]"
    xmlns:mathml="http://www.w3.org/1998/Math/MathML">
    <xsl:element name="{local-name()}">
      <xsl:copy-of select="@*[namespace-uri() eq ''][local-name() = $fp:math-attributes]"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Music: its heading and words; the notes themselves stay in the TEI, or in the named file. -->
  <xsl:template match="notatedMusic">
    <figure class="{f:class(., 'notatedMusic')}">
      <xsl:sequence select="f:identity(.), f:pictured(.)"/>
      <xsl:for-each select="distinct-values(* ! namespace-uri(.))[. ne
        'http://www.tei-c.org/ns/1.0']">
        <span class="added">{f:say('music', map{'notation':
          (map{'http://www.music-encoding.org/ns/mei': 'MEI'}(.), 'XML')[1]})} </span>
      </xsl:for-each>
      <xsl:apply-templates/>
    </figure>
  </xsl:template>

  <xsl:template match="notatedMusic/*[namespace-uri() ne 'http://www.tei-c.org/ns/1.0']"
    priority="2">
    <span class="notation"><xsl:apply-templates mode="m:words"/></span>
  </xsl:template>
  <xsl:mode name="m:words" on-no-match="text-only-copy"/>

  <!--
    A file that is in the TEI as letters and digits: these are not readable, and may be millions.
  -->
  <xsl:template match="binaryObject">
    <code><xsl:sequence select="f:identity(.)"/><xsl:apply-templates/></code>
  </xsl:template>
  <xsl:template match="binaryObject[string-length() gt 200]" priority="1">
    <span class="notation">
      <xsl:sequence select="f:identity(.)"/>
      <span class="added" title="{@mimeType}">{f:say('binary')}</span>
      <xsl:apply-templates select="*"/>
    </span>
  </xsl:template>

  <!-- Code and the names of markup. -->
  <xsl:template match="code | gi | att | val | tag | ident" priority="1">
    <code>
      <xsl:sequence select="f:look(.), f:identity(.)"/>
      <xsl:apply-templates/>
    </code>
  </xsl:template>

  <xsl:template match="eg">
    <pre class="{f:class(., 'eg')}" tabindex="0">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </pre>
  </xsl:template>

  <!-- An example of markup: its tags are shown as they are written. -->
  <xsl:template match="egXML | *:egXML[namespace-uri() eq 'http://www.tei-c.org/ns/Examples']">
    <pre class="egXML" tabindex="0"><xsl:sequence select="f:identity(.)"/><xsl:apply-templates
      mode="m:source"/></pre>
  </xsl:template>

  <xsl:mode name="m:source" on-no-match="text-only-copy"/>
  <xsl:template mode="m:source" match="*">
    <xsl:variable name="tag" select="name() || string-join(@* ! (' ' || name(.) || '=&quot;' || .
      || '&quot;'))"/>
    <span class="tag added">{'&lt;' || $tag || (if (node()) then '&gt;' else '/&gt;')}</span>
    <xsl:apply-templates mode="m:source"/>
    <xsl:if test="node()"><span class="tag added">{'&lt;/' || name() || '&gt;'}</span></xsl:if>
  </xsl:template>
  <xsl:template mode="m:source" match="comment()">
    <span class="tag added">{'&lt;!--' || . || '--&gt;'}</span>
  </xsl:template>

  <!-- A character of its own (Guidelines 5): its words, or the header's replacement for it. -->
  <xsl:template match="g[node()]">
    <xsl:sequence select="f:place(.)"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="g">
    <xsl:variable name="name" select="f:sign-name(.)"/>
    <span class="added">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="$name"><xsl:attribute name="title" select="."/></xsl:for-each>
      <xsl:text>{f:sign(.)}</xsl:text>
    </span>
  </xsl:template>

  <!-- Ruby: the reading beside the characters. -->
  <xsl:template match="ruby">
    <ruby>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </ruby>
  </xsl:template>
  <xsl:template match="rb">
    <xsl:sequence select="f:place(.)"/>
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="ruby/rt">
    <rt>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </rt>
  </xsl:template>
</xsl:stylesheet>
