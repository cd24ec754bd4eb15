<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0">
    <rules key="{f0000000-0000-0000-0000-000000000000}">
      <rule key="{f0000000-0000-0000-0000-000000000001}" symbol="0" label="Protected area" filter="&quot;kind&quot; = 'protected_area' AND coalesce(attribute($currentfeature, 'is_current'), true)"/>
      <rule key="{f0000000-0000-0000-0000-000000000002}" symbol="1" label="Heritage site" filter="&quot;kind&quot; = 'heritage_site' AND coalesce(attribute($currentfeature, 'is_current'), true)"/>
      <rule key="{f0000000-0000-0000-0000-000000000003}" symbol="2" label="Settlement" filter="&quot;kind&quot; = 'settlement' AND coalesce(attribute($currentfeature, 'is_current'), true)"/>
      <rule key="{f0000000-0000-0000-0000-000000000004}" symbol="3" label="Farmland" filter="&quot;kind&quot; = 'farmland' AND coalesce(attribute($currentfeature, 'is_current'), true)"/>
      <rule key="{f0000000-0000-0000-0000-000000000005}" symbol="4" label="Road" filter="&quot;kind&quot; = 'road' AND coalesce(attribute($currentfeature, 'is_current'), true)"/>
      <rule key="{f0000000-0000-0000-0000-000000000006}" symbol="5" label="Water" filter="&quot;kind&quot; = 'water' AND coalesce(attribute($currentfeature, 'is_current'), true)"/>
      <rule key="{f0000000-0000-0000-0000-000000000007}" symbol="6" label="Power line" filter="&quot;kind&quot; = 'power_line' AND coalesce(attribute($currentfeature, 'is_current'), true)"/>
      <rule key="{f0000000-0000-0000-0000-000000000008}" symbol="7" label="Other place" filter="&quot;kind&quot; = 'other' AND coalesce(attribute($currentfeature, 'is_current'), true)"/>
    </rules>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="46,125,50,26"/>
            <Option type="QString" name="outline_style" value="dash"/>
            <Option type="QString" name="outline_color" value="46,125,50,255"/>
            <Option type="QString" name="outline_width" value="0.5"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="123,63,160,26"/>
            <Option type="QString" name="outline_style" value="dash"/>
            <Option type="QString" name="outline_color" value="123,63,160,255"/>
            <Option type="QString" name="outline_width" value="0.5"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="120,100,90,26"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="120,100,90,255"/>
            <Option type="QString" name="outline_width" value="0.3"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="164,140,30,26"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="164,140,30,255"/>
            <Option type="QString" name="outline_width" value="0.3"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="90,90,90,26"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="90,90,90,255"/>
            <Option type="QString" name="outline_width" value="0.3"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="30,110,190,26"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="30,110,190,255"/>
            <Option type="QString" name="outline_width" value="0.3"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="180,80,30,26"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="180,80,30,255"/>
            <Option type="QString" name="outline_width" value="0.3"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
      <symbol type="fill" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="color" value="130,130,130,26"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_color" value="130,130,130,255"/>
            <Option type="QString" name="outline_width" value="0.3"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="miter"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="{f1000000-0000-0000-0000-000000000000}">
      <rule key="{f1000000-0000-0000-0000-000000000001}" filter="coalesce(attribute($currentfeature, 'is_current'), true)" scalemindenom="1" scalemaxdenom="250000">
        <settings calloutType="simple">
          <text-style fieldName="coalesce(&quot;name&quot;, &quot;id&quot;)" isExpression="1" fontFamily="Sans Serif" namedStyle="" fontSize="8" fontSizeUnit="Point" fontWeight="50" fontItalic="1" textColor="60,60,60,255" textOpacity="1" allowHtml="0">
            <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="1" formatNumbers="0"/>
          <placement placement="1" centroidInside="1" centroidWhole="0" fitInPolygonOnly="0" polygonPlacementFlags="2" priority="3" dist="0.5" distUnits="MM"/>
          <rendering drawLabels="1" scaleVisibility="0" obstacle="0" obstacleType="1" displayAll="0" mergeLines="0" limitNumLabels="0"/>
        </settings>
      </rule>
    </rules>
  </labeling>
  <aliases>
    <alias index="0" field="fid" name="Row"/>
    <alias index="1" field="organisation" name="Organisation"/>
    <alias index="2" field="id" name="Id"/>
    <alias index="3" field="name" name="Name"/>
    <alias index="4" field="kind" name="Kind"/>
    <alias index="5" field="date" name="Date"/>
    <alias index="6" field="source" name="Source"/>
    <alias index="7" field="width_m" name="Corridor width (m)"/>
    <alias index="8" field="radius_m" name="Radius (m)"/>
    <alias index="9" field="sensitivity" name="Sensitivity"/>
    <alias index="10" field="area_cm2" name="Area (cm²)"/>
    <alias index="11" field="is_current" name="Counts today"/>
  </aliases>
  <previewExpression>"name"</previewExpression>
  <layerGeometryType>2</layerGeometryType>
</qgis>
