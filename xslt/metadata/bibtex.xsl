<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="no" exclude-result-prefixes="#all">

  <!--
    BibTeX (0.99d) and BibLaTeX (3.20, for biber): one entry with its fields, in UTF-8. Values stand in braces; whatever means something
    to TeX is written as the command that prints it, and no brace of a value is left over.
  -->
  <xsl:function name="f:bibtex" as="xs:string">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:variable name="type" select="('book'[$reference?whole], 'incollection')[1]"/>
    <xsl:variable name="note" select="($reference?version ! f:say('citation.version', map{'n': .}), fp:archive-note($reference), $reference?notes)"/>
    <xsl:sequence select="fp:entry($type, $reference?key, (
      fp:names('author', $reference?authors),
      fp:field('title', $reference?title ! fp:protected(.)),
      fp:field('booktitle', $reference?containerTitle ! fp:protected(.)),
      fp:names('editor', $reference?editors),
      fp:field('publisher', $reference?publisher ! f:tex(.)),
      fp:field('address', $reference?place ! f:tex(.)),
      fp:field('year', $reference?issued ! substring(., 1, 4)),
      fp:field('doi', $reference?doi ! fp:verbatim(.)),
      fp:field('url', $reference?url ! fp:verbatim(.)),
      fp:field('note', string-join($note ! replace(., '\.$', '') ! f:tex(.), '. ')[. ne ''])))"/>
  </xsl:function>

  <xsl:function name="f:biblatex" as="xs:string">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:variable name="type" select="('collection'[$reference?whole], 'incollection')[1]"/>
    <xsl:sequence select="fp:entry($type, $reference?key, (
      fp:names('author', $reference?authors),
      fp:field('title', $reference?title ! fp:protected(.)),
      fp:field('booktitle', $reference?containerTitle ! fp:protected(.)),
      fp:field('entrysubtype', $reference?genre ! f:tex(lower-case(.))),
      fp:names('editor', $reference?editors),
      fp:field('publisher', $reference?publisher ! f:tex(.)),
      fp:field('location', $reference?place ! f:tex(.)),
      fp:field('date', $reference?issued),
      fp:field('origdate', $reference?written?range ! replace(., '\.\.', '')),
      fp:field('version', $reference?version ! f:tex(.)),
      fp:field('doi', $reference?doi ! fp:verbatim(.)),
      fp:field('url', $reference?url ! fp:verbatim(.)),
      fp:field('library', fp:archive-note($reference) ! f:tex(.)),
      fp:field('langid', $reference?language ! $fp:languages(tokenize(lower-case(.), '-')[1])),
      fp:field('addendum', string-join($reference?notes ! f:tex(.), ' ')[. ne ''])))"/>
  </xsl:function>

  <!-- Names of languages as babel has them, by the primary subtag; another language is left to the reader. -->
  <xsl:variable name="fp:languages" as="map(xs:string, xs:string)" select="map{
    'de': 'german', 'en': 'english', 'es': 'spanish', 'fr': 'french', 'it': 'italian', 'la': 'latin', 'nl': 'dutch', 'pl': 'polish',
    'pt': 'portuguese', 'ru': 'russian'}"/>

  <xsl:function name="fp:archive-note" as="xs:string?">
    <xsl:param name="reference" as="map(*)"/>
    <xsl:sequence select="$reference?archive?text"/>
  </xsl:function>

  <xsl:function name="fp:entry" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="fields" as="xs:string*"/>
    <xsl:sequence select="'@' || $type || '{' || string-join(($key, $fields), ',&#10;  ') || '&#10;}&#10;'"/>
  </xsl:function>

  <xsl:function name="fp:field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value ! ($name || ' = {' || . || '}')"/>
  </xsl:function>

  <xsl:function name="fp:names" as="xs:string?">
    <xsl:param name="field" as="xs:string"/>
    <xsl:param name="parties" as="map(*)*"/>
    <xsl:sequence select="fp:field($field, string-join($parties ! fp:tex-name(.), ' and ')[. ne ''])"/>
  </xsl:function>

  <!-- "Fox, Jr., Edward J."; a name in one piece, an office say, in braces of its own, which keep it together. -->
  <xsl:function name="fp:tex-name" as="xs:string">
    <xsl:param name="party" as="map(*)"/>
    <xsl:sequence select="
      if (empty($party?family)) then fp:protected($party?name)
      else string-join((f:family($party), $party?suffix, $party?given) ! fp:name-part(.), ', ')"/>
  </xsl:function>

  <!-- A comma or an "and" within a part would divide the name. -->
  <xsl:function name="fp:name-part" as="xs:string">
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="if (contains($part, ',') or contains(' ' || lower-case($part) || ' ', ' and ')) then fp:protected($part) else f:tex($part)"/>
  </xsl:function>

  <!-- In braces of its own, so that no style changes its capitals. -->
  <xsl:function name="fp:protected" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'{' || f:tex($text) || '}'"/>
  </xsl:function>

  <xsl:variable name="fp:tex-specials" as="map(xs:string, xs:string)" select="map{
    '\': '\textbackslash{}', '{': '\textbraceleft{}', '}': '\textbraceright{}', '^': '\textasciicircum{}', '~': '\textasciitilde{}',
    '$': '\$', '&amp;': '\&amp;', '#': '\#', '%': '\%', '_': '\_'}"/>

  <!-- Text that TeX prints as it stands. -->
  <xsl:function name="f:tex" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
      if (translate($text, '\{}^~$&amp;#%_', '') eq $text) then $text
      else string-join(string-to-codepoints($text) ! codepoints-to-string(.) ! ($fp:tex-specials(.), .)[1])"/>
  </xsl:function>

  <!-- Addresses are not read by TeX; only a brace would end them. -->
  <xsl:function name="fp:verbatim" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="replace(replace(replace($address, '\{', '%7B'), '\}', '%7D'), '\\', '%5C')"/>
  </xsl:function>
</xsl:stylesheet>
