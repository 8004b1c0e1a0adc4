# SPDX-License-Identifier: GPL-3.0-or-later
"""Wood and what is made of it: stump, fence of a deer farm, camera trap on its tree. Light from the upper left, in cm, y up.
   /usr/bin/python3 timber.py            writes these drawings alone into the folder above
   /usr/bin/python3 timber.py stump      only this one"""
import sys
from kit import *
from things import Cut,P_,R_,leaf as leaf_
DARK='#2A211C'; BARK='#6A5442'; LIT='#B79D80'; COLD='#44585F'      # furrow, plate, lit plate, plate that sees only the sky
WOOD=('#F0D3A0','#DDB478','#B98447')                                # sapwood, heartwood, ring
SNOW=('#FFFFFF','#EDF2F1','#C2D3DA','#93AEBA')                      # lit, body, shaded, deep
def tone(th):
    """colour of bark at the angle th round the trunk (degrees, 0 = towards us, -90 = left rim)"""
    l=math.cos(math.radians(th+42)); k=max(0.,l)
    c=tohex(mix(DARK,BARK,.45+.55*k)) if l<.55 else tohex(mix(BARK,LIT,(l-.55)/.45*.85))
    return tohex(mix(c,COLD,.55*max(0.,(th-48)/42.)))
def shade_x(c,x0,x1,cols): return c.sv.lin(c.X((x0,0))[0],0,c.X((x1,0))[0],0,[(i/(len(cols)-1),q) for i,q in enumerate(cols)])
def shade_y(c,y0,y1,cols): return c.sv.lin(0,c.X((0,y0))[1],0,c.X((0,y1))[1],[(i/(len(cols)-1),q) for i,q in enumerate(cols)])
def bark(c,body,left,right,y0,y1,wide=3.2,tall=9.,seed=1):
    """plates of bark over `body`; left(y), right(y): its edges"""
    rnd=random.Random(seed); ys=np.linspace(y0,y1,7); xa=min(left(y) for y in ys); xb=max(right(y) for y in ys)
    c.put(body,shade_x(c,xa,xb,[tohex(mix(tone(t),DARK,.62)) for t in (-90,-45,0,45,90)]))
    mid=(y0+y1)/2; n=int(math.pi*(right(mid)-left(mid))/2/wide); plates=[]
    def at(th,y): return left(y)+(right(y)-left(y))*(1+math.sin(math.radians(th)))/2
    step=180./n
    for i in range(n):
        th=-90+step*(i+.5)+rnd.gauss(0,.06*step); y=y0-tall*rnd.random(); ph=rnd.random()*6.28
        while y<y1:
            h=tall*(.5+1.1*rnd.random()); w=step*(.43+.12*rnd.random()); v0=.5+.9*rnd.random(); v1=.3+.6*rnd.random()
            def e(s,k,j): t=th+s*w*k+step*.16*math.sin(y*.23+j*2.1+ph); return (at(max(-89.5,min(89.5,t)),y+h*j),y+h*j)
            k=rnd.choice((-1,1)); pts=[e(-k,.35,0),e(k,.5*v0,.05),e(1,.98,.16+.1*v1),e(1,.86+.12*rnd.random(),.5),e(1,1,.74),e(k,.7*v1,.97),e(-k,.15,1),e(-1,.9,.84-.1*v1),e(-1,.84+.14*rnd.random(),.46),e(-1,1,.2)]
            p=R_(pts).buffer(-.22,2).buffer(.22,2).intersection(body)
            v=rnd.gauss(0,.09)
            if not p.is_empty:
                col=tone(th); col=tohex(mix(col,LIT if v>0 else DARK,min(.22,abs(v)))); plates.append((p,col,th))
            y+=h*(.97+.06*rnd.random())
    for p,col,th in plates:
        c.put(p,col,1,.6)
        if th<52: c.put(p.difference(affinity.translate(p,.55,-.35)),tohex(mix(col,'#F6E3C4',.34-.2*max(0,th)/52)),.8,.6)
        c.put(p.difference(affinity.translate(p,-.6,.5)),tohex(mix(col,DARK,.55)),.7,.6)
def cushion(c,g,d=1.):
    """snow that lies on something: thick, round, blue on the far side of the light"""
    c.put(affinity.translate(g,.5*d,-.7*d),'#10222A',.30)
    x0,y0,x1,y1=g.bounds; c.put(g,c.sv.lin(*c.X((x0+(x1-x0)*.35,y1)),*c.X((x0+(x1-x0)*.6,y0)),[(0,SNOW[0]),(.55,SNOW[1]),(1,SNOW[2])]))
    c.put(g.difference(affinity.translate(g,-.5*d,.75*d)),SNOW[3],.42); c.put(g.difference(affinity.translate(g,-.2*d,.34*d)),SNOW[3],.5)
def ground(c,top,foot,x0,x1):
    """drift of snow that thins out to both sides"""
    g=R_(catmull(top,False,10)+[(x,y) for x,y in foot]); a=c.X((x0,0))[0]; b=c.X((x1,0))[0]
    c.put(g,c.sv.lin(a,0,b,0,[(0,SNOW[1],0),(.09,SNOW[1],1),(.5,'#E4ECEC',1),(.84,SNOW[2],1),(1,SNOW[2],0)]))
    return g
def grass(c,x,y,l,a,col='#B99A5C',w=.5):
    q=np.array((x,y)); r=math.radians(a); t=q+np.array((math.cos(r),math.sin(r)))*l; m=(q+t)/2+np.array((0,.12*l))
    c.ln([tuple(q),tuple(m),tuple(t+np.array((.16*l*math.copysign(1,math.cos(r)),-.05*l)))],w,.08,col)
def rings(cx,cy,rx,ry,seed=2,pith=(.12,.05),flute=.03):
    """E(k): the outline of a cut trunk drawn in towards its pith, 1 the whole, 0 the pith"""
    rnd=random.Random(seed); ph=[rnd.random()*6.28 for _ in range(3)]
    def E(k,n=72):
        o=[]
        for i in range(n):
            a=6.2832*i/n; r=k*(1+flute*(math.sin(5*a+ph[0])+.6*math.sin(3*a+ph[1])+.35*math.sin(9*a+ph[2])))
            o.append((cx+rx*(pith[0]*(1-k)+r*math.cos(a)),cy+ry*(pith[1]*(1-k)+r*math.sin(a))))
        return Polygon(o).buffer(0)
    return E
def stump():
    c=Cut(1240,700,8,120,640)
    top=44.; Y=np.array((-6,0,5,12,22,34,top)); Lx=np.array((1,2.4,6,10.4,13,13.8,13.6)); Rx=np.array((70,67,61,56,52.4,51.2,51.4))
    left=lambda y: float(np.interp(y,Y,Lx)); right=lambda y: float(np.interp(y,Y,Rx))
    for k,(rx,op) in enumerate(((62,.16),(46,.22),(34,.26))): c.sv.glow(*c.X((68+4*k,-1.6)),rx*8,6.0*8-8*k,0,'#16303B',op)
    ground(c,[(-15,-4),(-6,0),(6,3.4),(24,5),(48,5.4),(70,4.2),(92,2.6),(112,1.2),(130,-1),(139,-4)],[(139,-5.6),(60,-7),(-15,-5.6)],-15,139)
    for k,(rx,op) in enumerate(((44,.20),(32,.26))): c.sv.glow(*c.X((80-5*k,.4)),rx*8,3.4*8,-1,'#2B5263',op)
    # body: roots run out into the snow
    edge=catmull([(left(y),y) for y in (-4,1,6,13,24,36,top)],False,8); edge2=catmull([(right(y),y) for y in (top,36,24,13,6,1,-4)],False,8)
    body=R_(edge+edge2+[(66,-5),(50,-3),(34,-5),(16,-4)]).intersection(R_([(0,.5),(80,.5),(80,80),(0,80)]))
    hx=lambda y: 43.6+(y-top)*.42                                        # the hinge the tree broke at: right of it lies the notch
    low=R_([(hx(36),36),(hx(52),52),(60,52),(60,36)])
    body=body.difference(low.intersection(R_([(30,top-3.4),(60,top-3.4),(60,60),(30,60)])))
    bark(c,body,left,right,-4,top,3.1,11.,6)
    for pts in ([(21,16),(15,7),(8,-3),(20,-4),(25,4),(25.5,14)],[(45,17),(49,7),(60,-3),(46,-4),(41,5),(41,14)],[(32,11),(31,3),(28,-5),(38,-5),(36.6,3),(35,11)]):
        g=P_(pts,8); m=g.centroid.x; t=(m-32)*2.4; c.put(g.difference(affinity.translate(g,1.0,.3)),tohex(mix(tone(t-30),LIT,.35)),.55); c.put(g.difference(affinity.translate(g,-1.5,.2)),DARK,.26)
    for x,w in ((27.4,1.5),(47.8,1.3),(16,1.1)): c.put(P_([(x,20),(x+w,10),(x+w*.6,-2),(x-w,-3),(x-w*.6,9)]),DARK,.34)
    # notch: the lower face, the torn wall, then the high face
    E=rings(32.4,top,19.2,6.6,3); full=E(1)
    A=full.difference(low); B=affinity.translate(full.intersection(low),0,-3.4)
    c.put(B,shade_x(c,hx(top),51.6,['#8A6238','#C99F66'])); 
    for k in range(5): x=hx(top)+1.6+1.3*k; c.ln([(x+1.0,top-1.4),(x,top-4.6),(x-.5,top-6.6)],.12,.2,'#7A5430',.6)
    c.put(B.difference(affinity.translate(B,-.8,.5)),'#3B2C22',.9)
    ya,yb=top-6.1,top+6.0; c.put(R_([(hx(ya),ya),(hx(yb),yb),(hx(yb)+.4,yb-3.4),(hx(ya)+.4,ya-3.2)]),'#7E5730')
    face(c,A,E,32.4,top,19.2,6.6)
    rnd=random.Random(9)
    for i in range(13):
        y=yb-(yb-ya)*i/12.; x=hx(y); h=(2.2+7.8*math.exp(-((i-4.2)/2.6)**2))*(.65+.6*rnd.random()); w=.62+.3*rnd.random(); b=rnd.gauss(.5,.5)
        c.put(R_([(x-w,y-.3),(x+b,y+h),(x+w*.1,y-.6)]),'#F3D9A8'); c.put(R_([(x+w*.1,y-.6),(x+b,y+h),(x+w*1.2,y-.9)]),'#A8783F'); 
        c.put(R_([(x-w,y-.3),(x+w*.1,y-.6),(x+.2,y-2.6-1.2*rnd.random())]),'#B98447',.8)
    # snow on the rim that was cut long ago, moss below it
    cushion(c,P_([(12.9,44.8),(13.4,47.4),(16.4,50.8),(22,52.8),(29,53),(34,51.6),(36.6,49.8),(32.4,49.0),(29.4,47.2),(25,47.4),(21.6,45.2),(18.2,45.4),(16.2,42.2),(14.6,42.6)],10),1.1)
    # drift in front, blue where the stump shades it
    front=ground(c,[(-15,-4),(-8,-.4),(0,2.4),(8,4.6),(15,3.8),(22,1.6),(30,1.0),(38,1.4),(45,3.6),(53,5.0),(62,4.2),(72,2.4),(86,1.6),(104,1.2),(122,-.6),(139,-4.2)],[(139,-5.6),(60,-7.2),(-15,-5.6)],-15,139)
    sh=P_([(24,1.2),(38,1.4),(47,3.8),(54,4.8),(63,4.0),(76,2.2),(96,1.3),(112,.4),(92,-1.4),(66,-2.2),(48,-1.6)],8).intersection(front); c.put(sh,c.sv.lin(c.X((24,0))[0],0,c.X((112,0))[0],0,[(0,'#6F93A3',.2),(.25,'#6F93A3',.75),(.6,'#7E9FAC',.55),(1,'#7E9FAC',0)]))
    crest=front.difference(affinity.translate(front,.2,-.6)).intersection(R_([(-12,-3),(66,-3),(66,9),(-12,9)])); c.put(crest,c.sv.lin(c.X((-12,0))[0],0,c.X((66,0))[0],0,[(0,SNOW[0],0),(.2,SNOW[0],.9),(.7,SNOW[0],.9),(1,SNOW[0],0)]))
    # chips and sawdust
    for x,y,a,s in ((73,1.2,14,1.),(81,-.6,-24,.8),(88,1.0,34,1.),(97,-.8,6,.9),(68,-2.2,-30,.9),(105,.2,-12,.7),(78,-3.0,4,.7),(58,-1.6,22,.8),(113,-1.8,26,.6)):
        g=affinity.rotate(R_([(x-2.8*s,y-.9*s),(x+2.2*s,y-1.1*s),(x+3.*s,y+.7*s),(x-1.9*s,y+1.2*s)]),a); c.put(affinity.translate(g,.9,-.7),'#3E6474',.5); c.put(g,'#E7C38A'); c.put(g.difference(affinity.translate(g,.35,-.5)),'#FBEBC9'); c.put(g.difference(affinity.translate(g,-.5,.6)),'#A67843')
    for i in range(46): x=50+58*rnd.random()**1.3; y=-3.4+4.6*rnd.random()-max(0,x-92)*.03; c.put(R_([(x-.5,y),(x+.1,y+.32),(x+.6,y+.05),(x,y-.3)]),'#D9AE70' if i%2 else '#F0D3A0',.9)
    for x,y,l,a in ((-3,1.6,13,104),(-1.6,1.8,17,88),(.2,2,11,72),(63,4,10,66),(65,3.8,14,82),(61.6,4.1,8,112)): grass(c,x,y-1,l,a,'#B79A62' if l<13 else '#CDB27A',.75)
    return c
def face(c,A,E,cx,cy,rx,ry):
    """cut surface inside A, E its rings"""
    I=lambda g: g.intersection(A)
    c.put(A,shade_x(c,cx-rx,cx+rx,['#9A7D60','#5C4736','#392C24'])); c.put(I(E(.945)),'#F7E6C2',.9)
    c.put(I(E(.925)),c.sv.lin(*c.X((cx-rx,cy+ry)),*c.X((cx+rx,cy-ry)),[(0,'#FCEAC4'),(.5,WOOD[0]),(1,'#C99F66')])); c.put(I(E(.68)),c.sv.lin(*c.X((cx-rx*.7,cy+ry)),*c.X((cx+rx*.7,cy-ry)),[(0,'#EFCB92'),(.5,WOOD[1]),(1,'#A97A44')]))
    rnd=random.Random(5); k=.89; i=0
    while k>.06: t=.014 if i%3 else .024; c.put(I(E(k,60).difference(E(k-t,60))),WOOD[2],.6 if i%3 else .85,.5); k-=.05+.024*rnd.random(); i+=1
    px,py=cx+rx*.12,cy+ry*.05; c.put(I(E(.045)),'#6E4724')
    for a,l in ((.35,.5),(2.5,.66),(3.7,.78),(4.5,.70),(5.3,.42),(1.5,.45)):
        q=lambda k,s: (px+rx*k*math.cos(a+s),py+ry*k*math.sin(a+s)); c.put(I(R_([q(.05,0),q(l*.5,.035),q(l,0),q(l*.5,-.035)])),'#6E4724',.8)
def camera_trap():
    """the camera is twice its size, so that it can be seen; the trunk is cut straight at the upper edge"""
    c=Cut(640,900,8,300,860); Y=np.array((-2,0,4,9,18,40,70,107.5)); Lx=np.array((-31,-29,-26,-23.6,-21.6,-20.6,-20,-19.4)); Rx=np.array((33,31,28,25.4,23.4,22.6,22.4,21.6))
    left=lambda y: float(np.interp(y,Y,Lx)); right=lambda y: float(np.interp(y,Y,Rx))
    c.sv.glow(*c.X((8,1)),33*8,4.4*8,0,'#16303B',.5)
    body=R_(catmull([(left(y),y) for y in (0,3,9,18,40,70,107.5)],False,8)+catmull([(right(y),y) for y in (107.5,70,40,18,9,3,0)],False,8))
    bark(c,body,left,right,-6,112,3.3,17.,11)
    c.put(body.difference(affinity.translate(body,-3.2,0)),'#0E1C22',.34); c.put(body.difference(affinity.translate(body,-.8,0)),'#7FA3B0',.34)
    # the strap goes round the trunk
    def band(y0,y1,k): return R_([(left(58)-.5+(right(58)-left(58)+1)*i/24,y1-k*math.sin(math.pi*i/24)) for i in range(25)]+[(left(58)-.5+(right(58)-left(58)+1)*i/24,y0-k*math.sin(math.pi*i/24)) for i in range(24,-1,-1)])
    st=band(58.4,62.6,1.5); c.put(affinity.translate(st,.4,-1.1).intersection(body),'#120D0A',.5); c.put(st,shade_x(c,-21,23,['#4A5546','#5E6A52','#3A4439','#20282A','#2B3638'])); c.put(band(62.0,62.6,1.5),'#8F9A7C',.6); c.put(band(58.4,58.9,1.5),'#11181A',.5)
    for i in range(1,44): x=left(58)+i; c.put(R_([(x,59.2-1.5*math.sin(math.pi*i/44)),(x+.3,59.2-1.5*math.sin(math.pi*i/44)),(x+.5,61.7-1.5*math.sin(math.pi*i/44)),(x+.2,61.7-1.5*math.sin(math.pi*i/44))]),'#161E1F',.35)
    bk=R_([(-17.6,56.7),(-13.2,56.4),(-13.2,62.2),(-17.6,62.5)]).buffer(.5,4); c.put(affinity.translate(bk,.5,-.7),'#120D0A',.5); c.put(bk,shade_x(c,-18,-12.6,['#AEB9B6','#6B7876','#3B4747'])); c.put(R_([(-16.6,58.1),(-14.2,57.9),(-14.2,60.8),(-16.6,61)]),'#1C2424')
    # shadow of the box on the bark
    c.put(affinity.translate(R_([(-7.6,45),(13.4,45),(13.4,70),(-7.6,70)]).buffer(1.4,6),2.4,-2.6),'#0C0A08',.42)
    x0,x1,y0,y1=-8.8,9.6,45.,71.
    rr=lambda a,b,cc,d,q: R_([(a+q,b+q),(cc-q,b+q),(cc-q,d-q),(a+q,d-q)]).buffer(q,8)
    side=unary_union([affinity.translate(rr(x0,y0,x1,y1,2.2),k*.28,-k*.05) for k in range(11)]); c.put(side,shade_y(c,y1,y0,['#3A4434','#262E26','#171D1A']))
    for y in (64.4,51.2): c.put(rr(10.4,y,12.9,y+3.6,.5),'#59654E'); c.put(rr(10.4,y+2.7,12.9,y+3.6,.3),'#93A082',.8)
    f=rr(x0,y0,x1,y1,2.2); c.put(f,c.sv.lin(*c.X((x0,y1)),*c.X((x1,y0)),[(0,'#8C9A72'),(.45,'#68754F'),(1,'#46523B')]))
    rnd=random.Random(12); cam=f.buffer(-.5)
    for i in range(17):
        b=Polygon(blob(x0+18.4*rnd.random(),y0+26*rnd.random(),2.6+1.4*rnd.random(),1.1+.9*rnd.random(),rnd.gauss(.3,.5),rnd,rough=.3)).buffer(0).intersection(cam); c.put(b,('#3F4A34','#7F8B63','#544A34','#2F3A2C')[i%4],.72)
    for x in (-6.6,-2.6,4.8,8.0): c.put(leaf_((x,46),(x+rnd.gauss(1.5,1),56+9*rnd.random()),.55).intersection(cam),'#2B3326',.5)
    c.put(f.difference(affinity.translate(f,.5,-.55)),'#D3DDB8',.85); c.put(f.difference(affinity.translate(f,-.7,.8)),'#1B231C',.5)
    inn=rr(x0+1.5,y0+1.5,x1-1.5,y1-1.5,1.6); c.put(inn.difference(affinity.translate(inn,.3,-.35)),'#1B231C',.42); c.put(inn.difference(affinity.translate(inn,-.3,.35)),'#C3CDA6',.5)
    # flash: dark glass over small lamps
    g=rr(-6.4,62.6,7.2,68.8,1.0); c.put(affinity.translate(g,-.25,.3),'#232B22'); c.put(affinity.translate(g,.25,-.3),'#A9B48C',.6); c.put(g,c.sv.lin(*c.X((-6,69)),*c.X((7,62)),[(0,'#2C3A3C'),(.5,'#10181A'),(1,'#070C0D')]))
    for i in range(8):
        for j in range(3): X=(-5.2+i*1.6,67.5-j*1.8); c.circ(X,.58,'#2A3638'); c.circ(X,.38,'#5A2420' if (i*3+j*5)%7 else '#B2432F'); c.circ((X[0]-.14,X[1]+.16),.13,'#E9B7A4',.8)
    c.put(R_([(-5.6,68.8),(-2.2,68.8),(-4.6,62.6),(-6.4,62.6),(-6.4,64.6)]).intersection(g),'#BFD6D8',.16); c.put(R_([(-1.2,68.8),(-.2,68.8),(-2.6,62.6),(-3.6,62.6)]).intersection(g),'#BFD6D8',.14)
    # lens in its ring
    L=(.4,56.6); c.circ((L[0]+.35,L[1]-.5),4.6,'#141A14',.55); c.sv.circle(*c.X(L),4.5*8,c.sv.lin(*c.X((L[0]-3.2,L[1]+3.2)),*c.X((L[0]+3.2,L[1]-3.2)),[(0,'#8D9A78'),(.5,'#4A5640'),(1,'#252D22')])); c.sv.circle(*c.X(L),3.7*8,c.sv.lin(*c.X((L[0]-2.6,L[1]+2.6)),*c.X((L[0]+2.6,L[1]-2.6)),[(0,'#0A0F10'),(1,'#3E4A4A')]))
    c.circ(L,3.15,'#0A1012'); c.sv.circle(*c.X(L),2.75*8,c.sv.rad(*c.X((L[0]+.5,L[1]-.6)),2.9*8,[(0,'#3C7F88'),(.45,'#1B4650'),(.8,'#0C2229'),(1,'#060D10')])); c.circ(L,1.2,'#060C0E')
    c.put(Point(*L).buffer(2.45,24).difference(Point(L[0]+.75,L[1]-.85).buffer(2.5,24)),'#CFE8E6',.55); c.circ((L[0]-.95,L[1]+1.0),.5,'#FFFFFF',.95); c.circ((L[0]+.9,L[1]-.95),.26,'#9FD0CE',.8)
    # the eye that feels warmth
    p=R_([(-3.6,47.4),(4.4,47.4),(3.6,50.9),(-2.8,50.9)]).buffer(.5,6); c.put(affinity.translate(p,.2,-.3),'#A9B48C',.6); c.put(affinity.translate(p,-.2,.3),'#1B231C',.7); c.put(p,c.sv.lin(*c.X((-3,51)),*c.X((4,47)),[(0,'#E3E6DC'),(.5,'#A9B2AE'),(1,'#68736F')]))
    for i in range(1,6): x=-3.2+i*1.22; c.put(R_([(x,47.0),(x+.22,47.0),(x+.16+(x-.4)*-.1,51.2),(x-.06+(x-.4)*-.1,51.2)]),'#5B6662',.6)
    c.circ((-5.2,57.6),.42,'#1B231C'); c.circ((6.0,57.6),.42,'#1B231C'); c.circ((6.0,57.6),.26,'#E4573D')
    # snow on the box and round the foot
    cushion(c,P_([(-9.4,70.2),(-9.2,72.2),(-6.6,74.2),(-1,75.2),(5.6,74.8),(10.6,73.4),(12.8,71.2),(12.2,69.9),(9.4,70.6),(7.2,69.6),(4.4,70.4),(.4,70.2),(-2.2,69.3),(-5,70.2),(-7.6,69.5)],10),.9)
    d=ground(c,[(-37,-3),(-33,-.6),(-27,3.4),(-20,5.2),(-10,3.4),(0,2.2),(10,2.8),(18,5.4),(26,6.2),(32,3.2),(38,0),(42,-3)],[(42,-4.6),(0,-5),(-37,-4.6)],-37,42)
    c.put(P_([(2,2.2),(11,3.0),(18,5.4),(26,6.2),(34,2.2),(41,-2.6),(22,-2.2),(8,-.6)],8).intersection(d),c.sv.lin(c.X((2,0))[0],0,c.X((42,0))[0],0,[(0,'#6F93A3',.3),(.4,'#6F93A3',.65),(1,'#7E9FAC',0)]))
    cr=d.difference(affinity.translate(d,.3,-.8)); c.put(cr,c.sv.lin(c.X((-33,0))[0],0,c.X((30,0))[0],0,[(0,SNOW[0],0),(.2,SNOW[0],.9),(.6,SNOW[0],.8),(1,SNOW[0],0)]))
    for x,l,a in ((-30,15,100),(-28.4,21,84),(-26.6,12,66),(28,13,70),(30,18,86)): grass(c,x,1.6,l,a,'#BFA268',.9)
    return c
RAILS=((207.,3.3),(112.,2.9)); POSTS=((6.,6.6,229.,-.6),(152.,5.2,221.,.7))
def rail(i,x): y,w=RAILS[i]; t=6.2832*x/300; return y+.9*math.sin(t+1+2*i)+.5*math.sin(2*t+i),w+.22*math.sin(3*t+2*i)+.12*math.sin(8*t+i)
def post(i):
    x,w,h,lean=POSTS[i]; t=lambda y: x+lean*(y/100-1)
    return P_([(t(-4)-w,-3.4),(t(40)-w*.99,40),(t(110)-w*.93,110),(t(180)-w*.95,180),(t(h)-w*.88,h-4.2),(t(h)-w*.3,h-.6),(t(h)+w*.5,h-.2),(t(h)+w*.88,h-5.5),(t(150)+w*.95,150),(t(80)+w*.94,80),(t(-4)+w,-3.4)],5),t
def fence():
    """one panel, 300 cm: joins left and right (the post on the right is the first of the next panel); bare, for every season"""
    c=Cut(1500,1240,5,10,1200); rnd=random.Random(8); sag=lambda x: math.sin(math.pi*((x-6)%146 if x%300<152 or x%300>306 else (x-152)%154)/150.)
    hs=(5,20,35,50,65,80,96,122,140,158,176,193); P=lambda x,y: '%s %s'%(f1(c.X((x,y))[0]),f1(c.X((x,y))[1]))
    wy=lambda y,x: y-.9*sag(x)*(.4+.6*abs(math.sin(y)))
    hd=''.join('M'+'L'.join(P(x,wy(y,x)) for x in range(-14,320,8)) for y in hs)
    vd=''; kn=''
    for n in range(20):
        x=1.5+15*n; xs=[x+.35*math.sin(y*1.7+n) for y in hs]; vd+='M'+'L'.join(P(a,wy(y,a)) for a,y in zip(xs,hs))
        for a,y in zip(xs,hs): q=c.X((a,wy(y,a))); kn+='M%s %sl5-5 5 5-5 5z'%(f1(q[0]-5),f1(q[1]))
    c.sv.body.append('<g transform="translate(3 4)">'); c.sv.line(hd+vd,'#142228',4.4,.34); c.sv.body.append('</g>')
    c.sv.line(vd,'#8FA1A3',3.8); c.sv.line(hd,'#A9B9BA',4.6); c.sv.path(kn,'#C9D5D4')
    for i in (0,1):
        X=range(-12,313,6); g=R_([(x,rail(i,x)[0]+rail(i,x)[1]) for x in X]+[(x,rail(i,x)[0]-rail(i,x)[1]) for x in reversed(X)])
        c.put(affinity.translate(g,.8,-1.6),'#142228',.34); y,w=RAILS[i]; c.put(g,shade_y(c,y+w+1,y-w-1,['#CDB592','#9E8465','#6B5543','#3F332B']))
        for n in range(26):
            x=-6+12*n+rnd.gauss(0,3); a,b=rail(i,x); l=10+12*rnd.random(); o=(rnd.random()-.5)*1.5*b
            if 0<x and x+l<298: c.put(leaf_((x,a+o),(x+l,rail(i,x+l)[0]+o),.26+.2*rnd.random()),('#4E3E32','#C3A882')[n%2],.7)
        for x in (62,118,201,262): a,b=rail(i,x+i*17); c.sv.ell(*c.X((x+i*17,a+.3)),1.5*5,1.1*5,'#4B392C'); c.sv.ell(*c.X((x+i*17-.2,a+.5)),.8*5,.6*5,'#8B6C4E')
    for i in (0,1):
        g,t=post(i); x,w,h,lean=POSTS[i]
        c.sv.glow(*c.X((x+5.5,-.5)),13*5,3.0*5,0,'#0E2026',.55)
        c.put(affinity.translate(g,2.2,-1.2).intersection(R_([(x,2),(x+20,2),(x+20,h),(x,h)])),'#142228',.30)
        c.put(g,shade_x(c,x-w,x+w,['#8B7156','#B2977A','#94795D','#6D5744','#4B3C32','#43494A']))
        for n in range(30):
            s=(rnd.random()-.5)*1.7*w; y=4+(h-20)*rnd.random(); l=14+26*rnd.random(); k=.22+.34*rnd.random(); q=leaf_((t(y)+s,y),(t(y+l)+s+rnd.gauss(0,.25),y+l),k).intersection(g)
            c.put(q,('#4A3A2E','#C4A985','#3A2E27')[n%3] if s<w*.3 else ('#2F2620','#7F6A55','#2A221E')[n%3],.72)
        for y in ((58,141) if i==0 else (88,163)): X=t(y)+(-1.6 if i==0 else 1.2); c.sv.ell(*c.X((X,y)),2.1*5,2.9*5,'#4B392C'); c.sv.ell(*c.X((X-.2,y+.2)),1.2*5,1.8*5,'#7F6248'); c.sv.ell(*c.X((X-.1,y+.1)),.5*5,.8*5,'#3A2C22')
        for n in range(4):                                                # rests of bark
            y=12+(h-70)*n/3.+rnd.gauss(0,6); b=P_([(t(y)+w*.25,y),(t(y)+w*1.02,y-3),(t(y)+w*1.02,y+22),(t(y)+w*.55,y+27),(t(y)+w*.35,y+12)],6).intersection(g); c.put(b,'#3A2E28',.85); c.put(b.difference(affinity.translate(b,.5,-.4)),'#8A7058',.7)
        top=P_([(t(h)-w*.88,h-4.2),(t(h)-w*.3,h-.6),(t(h)+w*.5,h-.2),(t(h)+w*.88,h-5.5),(t(h)+w*.2,h-7.4),(t(h)-w*.5,h-6.8)],6).intersection(g); c.put(top,shade_x(c,x-w,x+w,['#F0D8AE','#D8B683','#A98255'])); c.put(top.buffer(-1.1).difference(top.buffer(-1.5)),'#A0764A',.8); c.put(top.buffer(-2.0),'#C49B66',.7)
        c.put(g.difference(affinity.translate(g,.55,0)),'#E7D0A9',.5); c.put(g.intersection(R_([(x-w-1,-6),(x+w+1,-6),(x+w+1,9),(x,13),(x-w-1,8)])),'#231C18',.45)
        for k in (0,1):                                                   # rails are bound to the post, wires stapled
            y=rail(k,x)[0]
            for o in (-2.4,-.4,1.6): a=R_([(x-w-.3,y+o+.7),(x+w+.3,y+o-1.0),(x+w+.3,y+o-.1),(x-w-.3,y+o+1.6)]); c.put(affinity.translate(a,.2,-.7),'#1A1512',.6); c.put(a,shade_x(c,x-w,x+w,['#DCE4E2','#9DABAA','#566462']))
        for y in hs: a=R_([(x-1.6,y-.5),(x+1.6,y-.2),(x+1.6,y+.6),(x-1.6,y+.3)]); c.put(a,'#C9D5D4',.9)
    for x,y,l,a in ((14.6,-2,17,74),(16.4,-2,24,84),(18.2,-2,14,62),(160,-2,20,80),(162,-2,13,66),(143.6,-2,15,106),(145.4,-2,21,96),(76,-3,12,70),(78,-3,16,95),(228,-3,13,104),(230,-3,18,82),(232,-3,11,66)): grass(c,x,y,l,a,'#A08D54',.8)
    return c
def fence_snow():
    """what the winter lays on the fence: the same panel, put over it"""
    c=Cut(1500,1240,5,10,1200); rnd=random.Random(21)
    for i,runs in ((1,((16,58),(70,128),(160,205),(222,290))),(0,((14,74),(80,144),(159,232),(240,297)))):
        for a,b in runs:
            n=max(4,int((b-a)/7)); xs=[a+(b-a)*k/n for k in range(n+1)]; T=lambda x: rail(i,x)[0]+rail(i,x)[1]
            up=[(x,T(x)+(4.6 if i==0 else 3.6)*math.sin(math.pi*min(1,max(0,.06+.88*(x-a)/(b-a))))**.4*(.86+.28*rnd.random())) for x in xs]; dn=[(x,T(x)-1.3-1.5*rnd.random()*(k%2)) for k,x in enumerate(xs)]
            cushion(c,P_([(a-.8,T(a)-.2)]+up[1:-1]+[(b+.8,T(b)-.2)]+dn[::-1][1:-1],5),.9)
    for i in (0,1):
        x,w,h,lean=POSTS[i]; t=post(i)[1](h)
        cushion(c,P_([(t-w*1.0,h-6.2),(t-w*1.05,h-3),(t-w*.7,h+3.4),(t,h+6.0),(t+w*.75,h+3.6),(t+w*1.12,h-2.6),(t+w*1.06,h-6.8),(t+w*.6,h-4.6),(t+w*.2,h-7.6),(t-w*.4,h-5.0)],8),.9)
        g=P_([(x-8,-5.4),(x-7.4,.4),(x-4,4.6),(x,3.2),(x+4,5.4),(x+11,2.0),(x+20,-4.6),(x,-6.6)],8).intersection(R_([(-2,-8),(298,-8),(298,20),(-2,20)])); c.put(g,c.sv.lin(c.X((x-8,0))[0],0,c.X((x+20,0))[0],0,[(0,SNOW[1],.6),(.2,SNOW[1],1),(.6,SNOW[1],1),(1,SNOW[2],0)])); c.put(P_([(x+1,2.8),(x+5,5),(x+12,1.6),(x+19,-3.6),(x+7,-3)],6).intersection(g),c.sv.lin(c.X((x,0))[0],0,c.X((x+19,0))[0],0,[(0,'#6F93A3',.6),(1,'#7E9FAC',0)]))
    d=''
    for n in range(20):
        for y in (193,158,96,65,35):
            if rnd.random()<.5: q=c.X((1.5+15*n,y)); w=4+5*rnd.random(); d+='M%s %sq%s-%s %s 0q-%s 3-%s 0z'%(f1(q[0]-w),f1(q[1]-1),f1(w),f1(w*1.7),f1(2*w),f1(w),f1(2*w))
    c.sv.path(d,SNOW[1],.95); return c
ALL={'stump':stump,'camera-trap':camera_trap,'deer-farm-fence':fence,'deer-farm-fence-snow':fence_snow}
def build(out='',which=None):
    done=[]
    for n in which or ALL: ALL[n]().sv.save(out+n+'.svg'); done.append(out+n+'.svg')
    return done
if __name__=='__main__':
    for f in build('../',sys.argv[1:]): print(f)
