# SPDX-License-Identifier: GPL-3.0-or-later
"""The road of the pipe-and-road scene: its deck with a guard rail, the tunnel in the cut hill, three cars. Written straight in SVG
units, y down, light from the upper left: `/usr/bin/python3 roads.py` writes them into the folder above."""
import math, random
def svg(vb,defs,body): return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="%s" width="%s" height="%s"><defs>%s</defs>%s</svg>\n'%(vb,*vb.split()[2:],defs,'\n'.join(body))
def lin(i,x1,y1,x2,y2,*st): return '<linearGradient id="%s" gradientUnits="userSpaceOnUse" x1="%s" y1="%s" x2="%s" y2="%s">%s</linearGradient>'%(i,x1,y1,x2,y2,stops(st))
def rad(i,cx,cy,r,*st): return '<radialGradient id="%s" gradientUnits="userSpaceOnUse" cx="%s" cy="%s" r="%s">%s</radialGradient>'%(i,cx,cy,r,stops(st))
def stops(st): return ''.join('<stop offset="%s" stop-color="%s"%s/>'%(o,c,'' if len(r)==0 else ' stop-opacity="%s"'%r[0]) for o,c,*r in st)
def p(d,fill,op=1): return '<path fill="%s"%s d="%s"/>'%(fill,'' if op==1 else ' fill-opacity="%s"'%op,d)
def r(x,y,w,h,fill,op=1): return '<rect x="%s" y="%s" width="%s" height="%s" fill="%s"%s/>'%(x,y,w,h,fill,'' if op==1 else ' fill-opacity="%s"'%op)
def c(x,y,a,fill,op=1): return '<circle cx="%s" cy="%s" r="%s" fill="%s"%s/>'%(x,y,a,fill,'' if op==1 else ' fill-opacity="%s"'%op)
# ---- cars: 360x110, tyres on y 103, the light of the lamps to the right edge
CARS={
 'rose':dict(col=('#FAD2C8','#E58A86','#A44D5C','#6E2F3F'),clear=0,
  body='M18 84C15 76 16 62 21 56C27 50 33 49 38 46C46 34 54 24 64 20C80 15 104 15 116 20C126 25 136 37 144 47C156 49 166 53 168 63L169 82Q169 90 162 90H24Q19 90 18 84Z',
  roof='M64 20C80 15 104 15 116 20C112 20.5 108 19.6 90 19.6C76 19.6 70 20.6 64 20Z',
  line='M21 57C60 52 110 51 143 49C156 50 165 54 168 62C150 55 110 55 80 56C56 57 34 60 20 64Z',
  glass=('M47 46.5C53 36 60 28.5 68 25.6L74 24.6V46.5Z','M78 24.4H98V47H78Z','M102 24.4C111 24.8 117 28 122 33C127 38 131 43 133.5 47H102Z'),
  doors='M100 47V84M76 47C75 60 73 70 70 76',handles=((82,54),(106,54)),wheels=((49,15),(134,15))),
 'snow':dict(col=('#FFFFFF','#E4ECEE','#9DB2BB','#62797F'),clear=0,
  body='M14 82C12 72 14 61 22 57L44 52C53 41 63 27 76 22C90 17.4 106 17.4 117 22C129 28 139 41 146 51C159 53 168 56 169 65L170 82Q170 89 163 90H22Q15 90 14 82Z',
  roof='M76 22C90 17.4 106 17.4 117 22C112 22.4 108 21.4 97 21.4C88 21.4 82 22.6 76 22Z',
  line='M22 58C60 55 112 54 146 52C158 53 167 57 169 64C150 58 112 58 82 59C58 60 36 62 17 67Z',
  glass=('M53 51.5C60 42 67 32 75 28.4L80 27V51Z','M84 26.6H101V51H84Z','M105 26.6C114 27.6 121 33 127 41C130 44.6 132 48 133.5 51H105Z'),
  doors='M103 51V85M82 51C81 62 78 72 73 78',handles=((88,58),(108,58)),wheels=((47,15),(135,15))),
 'mint':dict(col=('#D2F3EA','#8CCFC2','#4A8F8A','#2A5F60'),clear=3,
  body='M18 82L17 52Q17 47.5 21 46L25.5 44.6L30 20.5Q31 15.4 37 15.4H111Q118 15.4 121 19.6L134.5 44L158 47Q168 49 168.4 57V81Q168 87 162 87H24Q18 87 18 82Z',
  roof='M33 17Q35 15.4 37 15.4H111Q116 15.4 119 17.6Q76 16.4 33 17Z',
  line='M17.4 53C60 49.6 110 48.6 134 46.6L158 48.6Q166 50 168 56C150 52.4 110 52.6 80 53.4C56 54 34 56 17.4 60Z',
  glass=('M32.6 44L36.4 22.6H58V44Z','M62.5 22.6H86V44.4H62.5Z','M90.5 22.6H111Q114.4 22.6 116.4 25.6L127 44.4H90.5Z'),
  doors='M88 45V80M60 45V80',handles=((66,51),(94,51)),wheels=((48,16.4),(136,16.4)))}
def car(n):
    C=CARS[n]; l,m,d,dd=C['col']; wy=103-C['wheels'][0][1]; lx=168
    D=lin('b',166,0,360,0,(0,'#FFE7B0',.62),(.35,'#FFE0A0',.34),(1,'#FFE0A0',0))+lin('k',166,0,300,0,(0,'#FFF6DC',.75),(1,'#FFF0C8',0))+rad('h',0,0,1,(0,'#FFF3D0',.9),(.4,'#FFDF9A',.4),(1,'#FFDF9A',0)).replace('r="1"','r="1" gradientTransform="translate(%s 62) scale(22)"'%lx)
    D+=rad('t',0,0,1,(0,'#FF6A4A',.6),(1,'#FF6A4A',0)).replace('r="1"','r="1" gradientTransform="translate(18 62) scale(15)"')
    D+=rad('s',0,0,1,(0,'#020C10',.62),(.6,'#020C10',.4),(1,'#020C10',0)).replace('r="1"','r="1" gradientTransform="translate(95 101) scale(92 8)"')
    D+=lin('p',0,16,0,90,(0,l),(.38,m),(.62,m),(.86,d),(1,dd))+lin('g',40,22,128,50,(0,'#5D868C'),(.35,'#1E4249'),(1,'#0A2229'))
    o=[p('M0 94H190V109H0Z','url(#s)'),p('M166 58L360 34V105L166 70Z','url(#b)'),p('M167 60L300 52V84L167 67Z','url(#k)')]
    if n=='mint': o+=[p('M9 52Q9 49 12 49H18V79H12Q9 79 9 76Z','#14252B'),p('M11 53Q11 51 13 51H14V77H13Q11 77 11 75Z','#3A5157'),r(40,10.4,66,2.2,'#1B3036'),*[r(x,11,2.2,5,'#1B3036') for x in (46,72,98)],p('M42 11C44 7.4 58 6.2 70 6.6C84 7 100 7.2 104 11Z','#EDF2F1'),p('M42 11C60 9.6 88 9.8 104 11Z','#AFC4CC')]
    o+=[p(C['body'],'url(#p)'),p(C['line'],l,.5),p(C['roof'],'#FFFFFF',.62)]
    # sills in shade, the road's dirt on them
    y=90-C['clear']; o+=[p('M18 %s C60 %s 120 %s 169 %s V%s H22 Q18 %s 18 %sZ'%(y-10,y-12,y-12,y-9,y,y,y-6),dd,.55),p('M66 %sH118V%sH66Z'%(y-3,y),'#06171C',.6)]
    for g in C['glass']: o+=[p(g,'#06171C',.55).replace('/>',' transform="translate(-.8 -.9)"/>'),p(g,'url(#g)')]
    gx=C['glass'][2]; o+=[c(113,41,5.2,'#0A1A1F',.9),p('M105 51C105 46 109 44 113 44C117 44 121 46 121 51Z','#0A1A1F',.9).replace('51','46.8') if n!='snow' else p('M105 51C105 46.6 109 45 113 45C117 45 121 46.6 121 51Z','#0A1A1F',.9)]
    top=24 if n!='snow' else 27; bot=46 if n=='rose' else 44 if n=='mint' else 50
    o+=[p('M%s %sH%sL%s %sH%sZ'%(a,top+1,a+6,a-4,bot,a-10),'#DCEFEE',.34) for a in (92,)]+[p('M%s %sH%sL%s %sH%sZ'%(a,top+1,a+2,a-8,bot,a-10),'#DCEFEE',.24) for a in (99,)]
    o+=['<path fill="none" stroke="%s" stroke-width="1" stroke-opacity=".75" d="%s"/>'%(dd,C['doors'])]
    for x,yy in C['handles']: o+=[r(x,yy+.8,8,1.6,dd,.8),r(x,yy,8,1.4,l,.95)]
    o+=[p('M133 47C137 44.6 141 45 141 48.6C140 51.4 135 51.2 132.6 50Z',m),p('M133 47C137 44.6 141 45 141 48.6C138 47 136 47 133 47Z',l)]
    # lamps, bumpers
    o+=[p('M169.4 58L158 56.6C156.6 60 157 64 159 66.4L169.6 67Z','#3A3226',.55),p('M169 59L159.6 57.8C158.6 60.4 158.8 63.4 160.2 65.4L169.2 66Z','#FFF3D0'),'<circle cx="168" cy="62" r="22" fill="url(#h)"/>']
    tx=15.6 if n!='mint' else 17; o+=[p('M%s 57.6L%s 58.6C%s 62 %s 66 %s 68L%s 69Z'%(tx+1,tx+7,tx+7.6,tx+7.4,tx+6,tx),'#9E2F22'),p('M%s 59.4L%s 60C%s 62 %s 63 %s 64L%s 64.6Z'%(tx+1.6,tx+6,tx+6.4,tx+6.4,tx+6,tx+1),'#FF8A70'),'<circle cx="18" cy="62" r="15" fill="url(#t)"/>']
    o+=[p('M%s 76C%s 75 %s 75 %s 76V%sH%sZ'%(x0,x0+3,x0+10,x0+13,y-2,x0+1),'#1B3036',.85) for x0 in (158.4,14.6)]
    for x,R in C['wheels']:
        o+=[p('M%s %sA%s %s 0 0 1 %s %sZ'%(x-R-4.5,wy+1,R+4.5,R+4.5,x+R+4.5,wy+1),'#06171C'),c(x,wy,R,'#0D1A1E'),'<path fill="none" stroke="#3E5359" stroke-width="1.6" stroke-opacity=".8" d="M%s %sA%s %s 0 0 1 %s %s"/>'%(x-R+1.4,wy-1,R-1.4,R-1.4,x+2,wy-R+1.5),c(x,wy,R*.62,'#55696E'),c(x-.5,wy-.6,R*.56,'#C9D8D8'),c(x,wy,R*.47,'#22343A')]
        for k in range(5): a=math.radians(72*k-90); b=.30; o+=[p('M%.1f %.1fL%.1f %.1fL%.1f %.1fL%.1f %.1fZ'%(x+2*math.cos(a-1),wy+2*math.sin(a-1),x+R*.54*math.cos(a-b*.6),wy+R*.54*math.sin(a-b*.6),x+R*.54*math.cos(a+b*.6),wy+R*.54*math.sin(a+b*.6),x+2*math.cos(a+1),wy+2*math.sin(a+1)),'#B4C6C7')]
        o+=[c(x,wy,R*.17,'#E6EEEF'),c(x,wy,R*.08,'#55696E')]
    return svg('0 0 360 110',D,o)
# ---- the deck: 2600 wide, the far edge of the asphalt on y 0
def wave(rnd,x0,x1,step,y,a):
    """points of an uneven edge, as a smooth path from x0 to x1"""
    xs=[x0+step*i for i in range(int((x1-x0)/step)+1)]; ys=[y+a*(rnd.random()-.5)*2 for _ in xs]; d='L%s %.1f'%(xs[0],ys[0])
    for i in range(1,len(xs)): h=step/2; d+='C%s %.1f %s %.1f %s %.1f'%(xs[i-1]+h,ys[i-1],xs[i]-h,ys[i],xs[i],ys[i])
    return d
def asphalt(y,rnd):
    o=[r(0,y,2600,46,'url(#a)')]
    for yy,h,op in ((8,5,.10),(14,3,.07),(28,5,.12),(35,3,.08)): o+=[r(0,y+yy,2600,h,'#CFE2E0',op)]            # wheels have worn it smooth
    for i in range(60):
        x=rnd.random()*2560; yy=y+6+rnd.random()*34; w=14+50*rnd.random(); o+=[p('M%.0f %.1fQ%.0f %.1f %.0f %.1fQ%.0f %.1f %.0f %.1fZ'%(x,yy,x+w/2,yy-1.6,x+w,yy,x+w/2,yy+1.4,x,yy),('#040F14','#6FA6A8')[i%2],(.4,.16)[i%2])]
    o+=[r(0,y+4,2600,1.4,'#CFE2E0',.6),r(0,y+39.6,2600,1.8,'#CFE2E0',.5)]
    for x in range(10,2600,80): o+=[p('M%s %sh46l2 4h-46z'%(x,y+20),'#FFCF80'),p('M%s %sh46l.6 1.2h-46z'%(x,y+20),'#FFE9B8')]
    return o
A=lin('a',0,0,0,46,(0,'#34494F'),(.3,'#22363C'),(1,'#0F2127'))
def deck():
    rnd=random.Random(4); o=[]; post=''.join('M%s -17h5v18h-5z'%x for x in range(18,2600,52))
    o+=[p(post,'#3F5359'),p(''.join('M%s -17h1.6v18h-1.6z'%x for x in range(18,2600,52)),'#8FA6AA')]
    o+=[r(0,-16,2600,11,'#5F767B'),r(0,-16,2600,1.8,'#D3E0E0'),r(0,-14.2,2600,2.4,'#93A9AC'),r(0,-10.6,2600,1.6,'#33474D'),r(0,-9,2600,1.6,'#A9BCBE'),r(0,-6.6,2600,1.6,'#2A3D43')]
    for x in range(200,2600,400): o+=[r(x,-16,1.4,11,'#2A3D43',.7)]
    for i,x in enumerate(range(18,2600,104)): o+=[r(x+.4,-13.6,4.2,4.6,'#9E2F22' if i%2 else '#F2A93B'),r(x+.4,-13.6,4.2,1.6,'#FF8A70' if i%2 else '#FFE0A0')]
    snow=''; x=6
    while x<2560:
        w=26+70*rnd.random(); snow+='M%.0f -16C%.0f %.1f %.0f %.1f %.0f -16Z'%(x,x+w*.2,-19.5-1.8*rnd.random(),x+w*.75,-19-2*rnd.random(),x+w); x+=w+8+60*rnd.random()
    o+=[p(snow,'#E4ECEC')]
    o+=asphalt(0,rnd)
    o+=[p('M0 3'+wave(rnd,0,2600,65,-2.6,2.2)+'V3Z','#E4ECEC'),p('M0 3'+wave(rnd,0,2600,65,.8,1.2)+'V3.4H0Z','#9FB8C2')]
    o+=[p('M0 46'+wave(rnd,0,2600,52,42.4,1.8)+'V46Z','#C9D8DC'),p('M0 46'+wave(rnd,0,2600,52,44.4,.8)+'V46Z','#7E99A4')]
    return svg('0 -24 2600 70',A,o)
# ---- the tunnel: the hill cut open, 2600x202
def tunnel():
    rnd=random.Random(6); hall='M0 50H648Q676 20 724 20H1956Q2004 20 2032 50H2600V180H0z'
    D=A.replace('y1="0" x2="0" y2="46"','y1="156" x2="0" y2="202"')+lin('t',0,20,0,160,(0,'#33291F'),(.4,'#5A4329'),(.8,'#8E683A'),(1,'#A67C48'))+lin('e',0,0,760,0,(0,'#04090B',.86),(.55,'#04090B',.55),(1,'#04090B',0))+lin('f',1920,0,2600,0,(0,'#04090B',0),(.45,'#04090B',.55),(1,'#04090B',.86))
    D+=lin('j',0,0,0,17,(0,'#C9BFA8'),(.35,'#94876F'),(1,'#3A3226'))
    o=[p('M0 38H640Q670 8 720 8H1960Q2010 8 2040 38H2600V202H0z','#06171C'),
       p('M0 43H644Q673 13 722 13H1958Q2007 13 2036 43H2600V54H2030Q2002 24 1956 24H724Q678 24 650 54H0z','#8C9A98'),p('M0 43H644Q673 13 722 13H1958Q2007 13 2036 43H2600V45.4H2034Q2005 15.4 1957 15.4H723Q674 15.4 645 45.4H0z','#DCE6E4'),p(hall,'url(#t)')]
    for x in range(26,2600,54):                                          # blocks of the lining
        y=43 if x<640 or x>2040 else 13
        if not (628<x<728 or 1950<x<2050): o+=[r(x,y+.6,1.2,7,'#33443F',.7)]
    for x in [750+65*i for i in range(19)]: o+=[p('M%s 20C%s 60 %s 110 %s 140H%sC%s 110 %s 60 %s 20Z'%(x,x-5,x-5,x,x+2.4,x-2.4,x-2.4,x+2.4),'#1B130B',.30 if (x-750)%130 else .5),p('M%s 20C%s 60 %s 110 %s 140H%sC%s 110 %s 60 %s 20Z'%(x+2.4,x-2.4,x-2.4,x+2.4,x+3.6,x-1.2,x-1.2,x+3.6),'#FFE3B0',.16)]
    for x in range(40,640,65): o+=[r(x,50,2,90,'#0C0A07',.5)]
    for x in range(2060,2600,65): o+=[r(x,50,2,90,'#0C0A07',.5)]
    # panels along the foot of the wall, cables, signs of the way out
    o+=[r(0,118,2600,26,'#E9D3A6',.26),r(0,117,2600,1.4,'#FFF0CE',.5),r(0,143,2600,2,'#1B130B',.4)]+[r(x,118,1.2,26,'#2A1E10',.32) for x in range(20,2600,65)]
    o+=[r(0,66,2600,1.6,'#1B130B',.42),r(0,70,2600,1.2,'#1B130B',.36),r(0,73.4,2600,1.2,'#1B130B',.30)]+[r(x,64,2.4,13,'#1B130B',.42) for x in range(20,2600,130)]
    for x in (848,1238,1628): o+=[r(x-1,87,22,16,'#0C1A14',.6),r(x,88,20,14,'#2E8F5B'),p('M%s 95l6-4.6v2.8h7v3.6h-7v2.8z'%(x+3.4),'#E9F8EC'),r(x,88,20,1.4,'#8FE0AE')]
    for x in (1044,1434,1824): o+=[p('M%s 78h18v64h-18z'%x,'#3A2C1A',.9),p('M%s 81h13v61h-13z'%(x+2.6),'#7A3B22'),p('M%s 81h13v2h-13z'%(x+2.6),'#D98A4E'),r(x+12,116,1.6,5,'#FFE0A0')]
    for x in (906,1296,1686):                                            # fans under the vault
        o+=[r(x+14,20,3,9,'#1B130B'),r(x+67,20,3,9,'#1B130B'),'<g transform="translate(%s 28)">'%x,p('M4 0H80Q84 0 84 8.5Q84 17 80 17H4Q0 17 0 8.5Q0 0 4 0Z','url(#j)'),p('M80 0Q84 0 84 8.5Q84 17 80 17Q76 17 76 8.5Q76 0 80 0Z','#1B1712'),*[r(a,.6,1.4,16,'#2A241A',.5) for a in (14,30,52,66)],r(4,1.4,70,1.6,'#FFF0CE',.6),'</g>']
    o+=[p('M0 50H648Q676 20 724 20H760V156H0z','url(#e)'),p('M1920 20H1956Q2004 20 2032 50H2600V156H1920z','url(#f)')]
    o+=[p('M0 50H648Q676 20 724 20H1956Q2004 20 2032 50H2600V60H2028Q2000 31 1956 31H724Q680 31 652 60H0z','#0A0805',.42)]
    o+=asphalt(156,rnd)
    # kerb with lights for the eye
    o+=[r(0,148,2600,9,'#6E5A3C'),r(0,148,2600,1.8,'#D8BC88'),r(0,154.6,2600,2.4,'#20180E')]+[r(x,148,1.2,9,'#2A1E10',.5) for x in range(0,2600,32)]+[r(x,150.6,6,2.2,'#FFCF80') for x in range(46,2600,130)]
    o+=[r(0,199,2600,3,'#040F14')]
    return svg('0 0 2600 202',D,o)
def lamp():
    """a lamp of the tunnel and the light under it, soft at its sides; 300x148, hung at (150, 9)"""
    D=lin('c',0,10,0,146,(0,'#FFEFC8',.20),(.6,'#FFDA96',.10),(1,'#FFCF80',.05))+rad('d',150,20,130,(0,'#FFC46B',.52),(.5,'#FFC46B',.16),(1,'#FFC46B',0))
    o=[p('M20 10H280V146H20z','url(#d)')]+[p('M%s 10L%s 146H%sL%s 10z'%(150-a,150-b,150+b,150+a),'url(#c)') for a,b in ((30,112),(27,100),(24,88),(21,76),(18,64),(15,52))]
    o+=['<ellipse cx="150" cy="146" rx="92" ry="5" fill="#FFE9B8" fill-opacity=".18"/>',p('M118 3H182L178 9H122z','#2A241A'),r(118,2,64,1.6,'#8C9A98'),'<ellipse cx="150" cy="10" rx="34" ry="7" fill="#FFD98F" fill-opacity=".5"/>','<ellipse cx="150" cy="9.6" rx="25" ry="4.4" fill="#FFF8E4"/>']
    return svg('0 0 300 148',D,o)
def build(out=''):
    done=[]
    for n,s in [('car-'+k,car(k)) for k in CARS]+[('road-deck',deck()),('tunnel',tunnel()),('lamp',lamp())]: open(out+n+'.svg','w').write(s); done.append(out+n+'.svg')
    return done
if __name__=='__main__':
    for f in build('../'): print(f)
