<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Addresses: of a passage within its page, and of a reference's target. -->

  <!--
    JSON: the addresses of the site's pages, relative to the new page: entries by identifier,
    documents by file name (d150.xml); d150.xml# exists, and is empty, if that file has no
    identifier of its own; d150.xml#p3 exists if that file has no such passage, and gives the
    replacement. From the build, which names the pages.
  -->
  <xsl:param name="addresses" as="xs:string" select="'{}'"/>
  <xsl:variable name="f:addresses" as="map(*)" select="parse-json($addresses)"/>

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>

  <!-- The page's file name without ending, which begins every identifier of the document. -->
  <xsl:function name="f:document-id" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="string(f:file($node)/@xml:id)"/>
  </xsl:function>

  <!-- `d149-p3` is `p3` on the page of d149; an identifier without the prefix stays as it is. -->
  <xsl:function name="f:anchor" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <!--
      Called more often than anything else: the attribute is read once, and no other function is
      called.
    -->
    <xsl:variable name="id" as="attribute()?" select="$element/@xml:id"/>
    <xsl:sequence select="
      if (empty($id)) then $fp:by-place(f:node-number($element))
      else if (starts-with($id, $fp:document-prefix)) then substring-after($id, $fp:document-prefix)
      else string($id)"/>
  </xsl:function>

  <!-- Of the present document: used for every passage of a page. -->
  <xsl:variable name="fp:document-prefix" as="xs:string" select="f:document-id(/) || '-'"/>

  <!--
    Passages without an identifier in the TEI have an address by their place: at-p3 is the third
    paragraph without one. Such an address moves when a paragraph is inserted before it, and the
    page says so (f:permalink).
  -->
  <xsl:variable name="fp:placed" as="map(*)"
    select="map:merge(tokenize('p ab head item lg sp entry u pb div') ! map{.: true()})"/>
  <xsl:variable name="fp:by-place" as="map(xs:integer, xs:string)">
    <xsl:map>
      <xsl:for-each-group
        select="/*//text/descendant::*[$fp:placed(local-name())][not(@xml:id)][self::p or self::ab
        or self::head[starts-with(local-name(..), 'div')] or self::item or self::lg or self::sp
        or self::entry or self::u or self::pb or self::div[not(head)][@type]]"
        group-by="local-name()">
        <xsl:for-each select="current-group()">
          <xsl:map-entry key="f:node-number(.)" select="'at-' || local-name() || position()"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!--
    The nearest passage with an address around the node, itself included. The file as a whole does
    not count: its identifier is not on a page.
  -->
  <xsl:function name="f:passage" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/ancestor-or-self::*[@xml:id or map:contains($fp:by-place,
      f:node-number(.))][1][not(self::TEI or self::teiCorpus)]"/>
  </xsl:function>

  <!--
    The target of a TEI pointer on the site: a passage of this page, another document's page if the
    edition has it, a resource on the web, or a target by a declared prefix (prefixDef, Guidelines
    SA.2.3). Empty if a reader cannot follow it; other schemes, including javascript:, are never
    followed.
  -->
  <xsl:function name="f:address" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:choose>
      <xsl:when test="starts-with($pointer, '#')">
        <xsl:variable name="id" select="substring($pointer, 2)"/>
        <!-- "#letter.xml", where nothing in the file has this identifier, is the file. -->
        <xsl:sequence select="
          if (ends-with($id, '.xml') and empty(key('id', $id, root($context))))
          then f:address($id, $context)
          else key('id', $id, root($context))[1] ! fp:address-on-page(.)"/>
      </xsl:when>
      <xsl:when test="matches($pointer, '^(https?://|mailto:)', 'i')">
        <xsl:sequence select="$pointer"/>
      </xsl:when>
      <xsl:when test="matches($pointer, '^[A-Za-z][A-Za-z0-9.+-]*:')">
        <xsl:variable name="expanded" select="f:expanded(substring-before($pointer, ':'),
          substring-after($pointer, ':'), $context)[1]"/>
        <!-- Of a common scheme the program gives the address (publish/document). -->
        <xsl:sequence select="
          if (matches($expanded, '^https?://')) then $expanded
          else if (empty($expanded)) then $f:addresses('web:' || $pointer) ! string(.)
          else $expanded[not(matches(., '^[A-Za-z][A-Za-z0-9+.-]*:'))] ! f:address(., $context)"/>
      </xsl:when>
      <xsl:otherwise>
        <!--
          With its folder if several documents share the file's name: then an empty address means
          that it is none of them.
        -->
        <xsl:variable name="written" select="replace($pointer, '#.*$', '', 's')"/>
        <xsl:variable name="name" select="replace($pointer, '^(.*/)?([^/#]+)(#.*)?$', '$2')"/>
        <xsl:variable name="file" select="if (map:contains($f:addresses, $written)) then $written
          else $name"/>
        <xsl:variable name="anchor" select="substring-after($pointer, '#')[. ne '']"/>
        <xsl:variable name="fragment" select="if (map:contains($f:addresses, $file || '#'))
          then $anchor else $anchor ! fp:without-prefix(., replace($name, '\.xml$', ''))"/>
        <xsl:variable name="instead" select="$anchor ! $f:addresses($file || '#' || .)"/>
        <xsl:sequence select="if (exists($instead)) then string($instead)
          else $f:addresses($file)[. ne ''] ! (. || ($fragment ! ('#' || .)))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!--
    The address of an element of the same file: on the page, if it is in a text, or one of the
    witnesses and prints in the record; else at its entry's page. A letter or word has no address
    (there would be thousands): the passage around it has.
  -->
  <xsl:function name="fp:address-on-page" as="xs:string?">
    <xsl:param name="target" as="element()"/>
    <xsl:variable name="shown" select="
      if (f:is-in-texts($target) or $target/ancestor::*[self::sourceDoc
        or self::facsimile[normalize-space() ne '']][parent::TEI[not(parent::*)]])
          then $target/ancestor-or-self::*[not(self::w
        or self::c or self::pc or self::m)][f:anchor(.)][not(self::TEI)][1]
      else $target[ancestor::sourceDesc/parent::fileDesc/parent::teiHeader][self::witness
      or self::msDesc or self::biblStruct or self::biblFull]"/>
    <xsl:sequence select="($f:addresses(string($target/@xml:id)) ! string(.), $shown ! ('#'
      || f:anchor(.)))[1]"/>
  </xsl:function>

  <!--
    The result of a declared prefix for a value, if that is on the web; empty if no declaration
    fits.
  -->
  <xsl:function name="f:prefixed-address" as="xs:string?">
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:sequence select="f:expanded($prefix, $value, $context)[1][starts-with(., 'https://')
      or starts-with(., 'http://')]"/>
  </xsl:function>

  <!--
    The same, whatever the result: an address, or a pointer into another file. For a pattern that is
    not a regular expression the document fails, and this is reported.
  -->
  <xsl:function name="f:expanded" as="xs:string*">
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:for-each
      select="$context/ancestor-or-self::*/teiHeader/encodingDesc/listPrefixDef//prefixDef[@ident eq
      $prefix]">
      <xsl:sequence select="if (matches($value, '^(' || @matchPattern || ')$')) then replace($value,
        '^' || @matchPattern || '$', @replacementPattern) else ()"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:without-prefix" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="document" as="xs:string"/>
    <xsl:variable name="prefix" select="$document || '-'"/>
    <xsl:sequence select="if (starts-with($id, $prefix)) then substring-after($id, $prefix)
      else $id"/>
  </xsl:function>
</xsl:stylesheet>
