<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes" exclude-result-prefixes="#all">

  <!--
    FAIR Signposting (signposting.org/FAIR), level 1: typed links for the page's head, {rel, href, type}; level 2: the same and those of the
    resources beside it as a set of links (RFC 9264, application/linkset+json).

    `cite-as` leads back to the page: its DOI, else its own address. An edition without an address has relative references, which become
    whole where the files are read from a server.
  -->

  <!-- What describes a page, by the end of its file's name: media types as the formats' own documentation gives them. -->
  <xsl:variable name="fp:descriptions" as="array(xs:string)+" select="
    ['.csl.json', 'application/vnd.citationstyles.csl+json'],
    ['.bib', 'application/x-bibtex'],
    ['.ris', 'application/x-research-info-systems']"/>

  <xsl:function name="f:document-links" as="map(xs:string, xs:string)*">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="
      fp:link('cite-as', ($facts?doi ! f:doi-address(.), $facts?address, f:from-page($f:places?page))[1], ()),
      $facts?authors?* ! fp:link('author', (?identifiers?*?address, ?address)[1], ()),
      $fp:descriptions ! fp:link('describedby', f:from-page(fp:beside($f:places?page, .(1))), .(2)),
      fp:link('describedby', f:from-page($f:places?tei), 'application/tei+xml'),
      fp:link('item', f:from-page($f:places?tei), 'application/tei+xml'),
      fp:link('collection', f:from-page('index.html'), 'text/html'),
      fp:link('license', ($facts?licence, $f:edition?licence)[1]?target, ()),
      fp:link('type', 'https://schema.org/AboutPage', ()),
      fp:link('type', 'https://schema.org/CreativeWork', ()),
      fp:link('linkset', f:from-page(fp:beside($f:places?page, '.linkset.json')), 'application/linkset+json')"/>
  </xsl:function>

  <!-- `items`: the paths of the documents' pages. -->
  <xsl:function name="f:edition-links" as="map(xs:string, xs:string)*">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:param name="items" as="xs:string*"/>
    <xsl:sequence select="
      fp:link('cite-as', ($facts?doi ! f:doi-address(.), $facts?address, 'index.html')[1], ()),
      $facts?editors?* ! fp:link('author', (?orcid ! ('https://orcid.org/' || .), ?identifiers?*?address)[1], ()),
      $fp:descriptions ! fp:link('describedby', 'edition' || .(1), .(2)),
      fp:link('describedby', 'CITATION.cff'[exists($facts?editors?*) or exists($facts?publisher)], 'application/yaml'),
      $items ! fp:link('item', ., 'text/html'),
      fp:link('license', $facts?licence?target, ()),
      fp:link('type', 'https://schema.org/AboutPage', ()),
      fp:link('type', 'https://schema.org/Dataset', ()),
      fp:link('linkset', 'linkset.json', 'application/linkset+json')"/>
  </xsl:function>

  <!--
    The set of links: those of the page, and for each resource that it leads to the way back. `references`: the function by which a link's
    address is written in the file.
  -->
  <xsl:function name="f:linkset" as="map(xs:string, item())">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="links" as="map(xs:string, xs:string)*"/>
    <xsl:variable name="here" select="fp:in-file($page)"/>
    <xsl:variable name="own" as="map(*)">
      <xsl:map>
        <xsl:map-entry key="'anchor'" select="$here"/>
        <xsl:for-each-group select="$links[not(?rel eq 'linkset')]" group-by="?rel">
          <xsl:map-entry key="current-grouping-key()" select="array{current-group() ! fp:target(.)}"/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:variable name="back" as="map(*)*">
      <xsl:for-each-group select="$links[?rel = ('item', 'describedby')]" group-by="?href">
        <xsl:map>
          <xsl:map-entry key="'anchor'" select="fp:in-file(?href)"/>
          <xsl:for-each select="distinct-values(current-group()?rel)">
            <xsl:map-entry key="map{'item': 'collection', 'describedby': 'describes'}(.)" select="[map{'href': $here, 'type': 'text/html'}]"/>
          </xsl:for-each>
        </xsl:map>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="map{'linkset': array{$own, $back}}"/>
  </xsl:function>

  <xsl:function name="fp:link" as="map(xs:string, xs:string)?">
    <xsl:param name="relation" as="xs:string"/>
    <xsl:param name="target" as="xs:string?"/>
    <xsl:param name="type" as="xs:string?"/>
    <xsl:sequence select="$target ! f:present(map{'rel': $relation, 'href': ., 'type': $type})"/>
  </xsl:function>

  <xsl:function name="fp:target" as="map(xs:string, xs:string)">
    <xsl:param name="link" as="map(*)"/>
    <xsl:sequence select="f:present(map{'href': fp:in-file($link?href), 'type': $link?type})"/>
  </xsl:function>

  <!-- "documents/d149.html" with another ending. -->
  <xsl:function name="fp:beside" as="xs:string?">
    <xsl:param name="page" as="xs:string?"/>
    <xsl:param name="ending" as="xs:string"/>
    <xsl:sequence select="$page[. ne ''] ! (substring(., 1, string-length(.) - string-length('.html')) || $ending)"/>
  </xsl:function>

  <!-- A path from the top of the site, as the document's page refers to it. -->
  <xsl:function name="f:from-page" as="xs:string?">
    <xsl:param name="path" as="xs:string?"/>
    <xsl:variable name="folders" select="tokenize($f:places?page, '/')[position() lt last()]"/>
    <xsl:variable name="here" select="string-join($folders ! (. || '/'))"/>
    <xsl:sequence select="$path[. ne ''] ! iri-to-uri(if ($here ne '' and starts-with(., $here)) then substring-after(., $here) else string-join($folders ! '../') || .)"/>
  </xsl:function>

  <!-- A reference of the page's, as a file beside the page has it: whole where the edition has an address. -->
  <xsl:function name="fp:in-file" as="xs:string">
    <xsl:param name="reference" as="xs:string"/>
    <xsl:variable name="base" select="$f:edition?address ! (. || $f:places?page)"/>
    <xsl:sequence select="if (exists($base) and not(matches($reference, '^[a-z]+:'))) then string(resolve-uri($reference, $base)) else $reference"/>
  </xsl:function>
</xsl:stylesheet>
