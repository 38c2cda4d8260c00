<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" xmlns:r="urn:siglum:reading" expand-text="yes"
  exclude-result-prefixes="#all">

  <!--
    The document as Markdown (CommonMark, with the tables and footnotes of GitHub's). Every character of the text that Markdown would take
    for a mark is escaped, so that no text can become a link, a list or a piece of HTML. The facts before it: front-matter.xsl.
  -->

  <!-- A text without a heading of its own has its title for one. -->
  <xsl:function name="f:markdown" as="xs:string">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="heading" select="('# ' || fp:escaped($title), '')[empty($blocks[@kind = 'heading'][@level = '1'])]"/>
    <xsl:sequence select="string-join(($heading, fp:markdown-lines($blocks)) ! (. || '&#10;'))"/>
  </xsl:function>

  <xsl:function name="fp:markdown-lines" as="xs:string*">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:for-each-group select="$blocks" group-adjacent="if (@kind eq 'line') then 'line' else generate-id()">
      <xsl:variable name="lines" as="xs:string*">
        <xsl:choose>
          <!-- Lines of verse are one paragraph with breaks in it. -->
          <xsl:when test="current-grouping-key() eq 'line'">
            <xsl:variable name="verse" select="current-group() ! fp:markdown-line(., '\&#10;')"/>
            <xsl:sequence select="$verse[position() lt last()] ! (. || '\'), $verse[last()]"/>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates mode="m:markdown" select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:if test="position() gt 1 and exists($lines)"><xsl:sequence select="''"/></xsl:if>
      <xsl:sequence select="$lines"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:mode name="m:markdown" on-no-match="text-only-copy"/>

  <xsl:template mode="m:markdown" match="r:block" as="xs:string*">
    <xsl:sequence select="fp:markdown-line(., '\&#10;')"/>
  </xsl:template>

  <xsl:template mode="m:markdown" match="r:block[@kind = 'heading']" as="xs:string*">
    <xsl:variable name="marks" select="substring('######', 1, xs:integer(@level))"/>
    <xsl:sequence select="string-join(fp:markdown-words(.), ' ')[. ne ''] ! ($marks || ' ' || .)"/>
  </xsl:template>

  <xsl:template mode="m:markdown" match="r:item" as="xs:string*">
    <xsl:variable name="marker" select="if (@marker eq '•') then '- ' else @marker || ' '"/>
    <xsl:sequence select="fp:hung(fp:markdown-lines(*), $marker, string-join((1 to string-length($marker)) ! ' '))"/>
  </xsl:template>

  <xsl:template mode="m:markdown" match="r:quote" as="xs:string*">
    <xsl:sequence select="fp:markdown-lines(*) ! (if (. eq '') then '>' else '> ' || .)"/>
  </xsl:template>

  <!-- A program that knows no footnotes would take a single word for the address of a link; the space at its end prevents that. -->
  <xsl:template mode="m:markdown" match="r:footnote" as="xs:string*">
    <xsl:variable name="lines" select="fp:markdown-lines(*)"/>
    <xsl:variable name="kept" select="if (contains($lines[1], ' ')) then $lines else ($lines[1] ! (. || ' &amp;nbsp;'), tail($lines))"/>
    <xsl:sequence select="fp:hung($kept, '[^' || @label || ']: ', '    ')"/>
  </xsl:template>

  <xsl:template mode="m:markdown" match="r:reading" as="xs:string*">
    <xsl:sequence select="fp:markdown-line(., ' ') ! ('- ' || .)"/>
  </xsl:template>

  <!-- A table of Markdown has a row of headings, if only an empty one, and as many cells in a row as in that. -->
  <xsl:template mode="m:markdown" match="r:table" as="xs:string*">
    <xsl:variable name="width" select="max(r:row ! count(r:cell))"/>
    <xsl:variable name="labelled" select="r:row[1][@role = 'label']"/>
    <xsl:sequence select="
      fp:table-row($labelled, $width),
      '|' || string-join((1 to $width) ! ' --- |'),
      (r:row except $labelled) ! fp:table-row(., $width)"/>
  </xsl:template>

  <xsl:function name="fp:table-row" as="xs:string">
    <xsl:param name="row" as="element(r:row)?"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:sequence select="'|' || string-join(($row/r:cell ! (' ' || string-join(fp:markdown-words(.), ' ') || ' |'), (count($row/r:cell) + 1 to $width) ! '  |'))"/>
  </xsl:function>

  <!-- Within a line -->

  <xsl:template mode="m:markdown" match="text()">
    <xsl:sequence select="fp:escaped(.)"/>
  </xsl:template>

  <!-- Behind a footnote's reference these would make a link or a footnote of it. -->
  <xsl:template mode="m:markdown" match="text()[preceding-sibling::node()[1][self::r:note]][matches(., '^[(:]')]">
    <xsl:sequence select="'\' || fp:escaped(.)"/>
  </xsl:template>

  <xsl:template mode="m:markdown" match="r:note">[^{@label}]</xsl:template>
  <xsl:template mode="m:markdown" match="r:break"><xsl:text>&#10;</xsl:text></xsl:template>

  <xsl:template mode="m:markdown" match="r:page">
    <xsl:text>\[Page {fp:escaped(@n)}\]</xsl:text>
    <xsl:if test="not(matches(preceding-sibling::node()[1][self::text()], '\S$'))"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- Stars mark words only where they stand against letters; elsewhere the words go without. -->
  <xsl:template mode="m:markdown" match="r:emphasis">
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates mode="#current"/>
    </xsl:variable>
    <xsl:variable name="stars" select="if (ancestor::r:emphasis or not(matches(string-join($words), '^[\p{L}\p{N}]([^\n]*[\p{L}\p{N}])?$'))) then '' else if (@as = 'bold') then '**' else '*'"/>
    <xsl:sequence select="$stars || string-join($words) || $stars"/>
  </xsl:template>

  <!-- A block's words in one line, or with breaks in it. What begins a list or a rule at the beginning of a line is escaped. -->
  <xsl:function name="fp:markdown-line" as="xs:string*">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="break" as="xs:string"/>
    <xsl:variable name="lines" select="fp:markdown-words($block) ! (if (contains('-+=:0123456789', substring(., 1, 1))) then replace(replace(., '^([-+=:])', '\\$1'), '^(\d{1,9})([.)])', '$1\\$2') else .)"/>
    <xsl:sequence select="if (count($lines) le 1) then $lines[. ne ''] else tokenize(string-join($lines, $break), '&#10;')[. ne '']"/>
  </xsl:function>

  <!-- The lines of a block, marks escaped, as they stand within a heading or a cell. -->
  <xsl:function name="fp:markdown-words" as="xs:string*">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="parts" as="item()*">
      <xsl:apply-templates mode="m:markdown" select="$block/node()"/>
    </xsl:variable>
    <xsl:sequence select="fp:tidy-lines(string-join($parts))"/>
  </xsl:function>

  <!-- Most texts have no mark at all; translate() would be dearer still, since saxon-js goes through a string character by character. -->
  <xsl:function name="fp:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if (not(matches($text, '[\\`*_{}\[\]&lt;&gt;#|~\^$!&amp;]'))) then $text else replace($text, '([\\`*_{}\[\]&lt;&gt;#|~\^$!&amp;])', '\\$1')"/>
  </xsl:function>
</xsl:stylesheet>
